using CanaryConsole.Core.Guardrails;
using static CanaryConsole.Tests.Core.Guardrails.Signals.SignalViews;

namespace CanaryConsole.Tests.Core.Guardrails.Signals;

public sealed class SplitJudgeTests
{
    private static readonly GuardrailRule Rule = new GuardrailRule.TrafficSplit();

    private static GuardrailView Split(double share, long challenger, long champion, int minutes = 20) => View(share) with
    {
        Challenger = Minutes([.. Enumerable.Repeat(challenger, minutes)]),
        Champion = Minutes([.. Enumerable.Repeat(champion, minutes)]),
    };

    [Fact]
    public void Judge_AsSet_IsHealthyOverSettledWindowsOnly() =>
        Assert.Equal(new Verdict.Healthy("5 % of 18,000 requests reached the challenger, set are 5 %"), Judge(Rule, Split(0.05, 50, 950)));

    [Fact]
    public void Judge_MoreThanSet_NamesBothShares_AndClientsThatPin() => Assert.Equal(
        new Verdict.Breach("10 % of 18,000 requests reached the challenger, set are 5 %: chance does not explain it; look for clients that send TargetVariant, which weights do not reach"),
        Judge(Rule, Split(0.05, 100, 900)));

    [Fact]
    public void Judge_GatewaySawThePins_TellsHowMany()
    {
        var view = Split(0.05, 100, 900) with { Gateway = new GatewayView([], [], ChallengerPinned: 1_012) };

        Assert.EndsWith("; 1,012 requests through the gateway pinned the challenger by TargetVariant, which weights do not reach", Judge(Rule, view).Reason, StringComparison.Ordinal);
        Assert.EndsWith("past it", Judge(Rule, view with { Gateway = new GatewayView([], view.Champion, 0) }).Reason, StringComparison.Ordinal);
        Assert.EndsWith("send TargetVariant, which weights do not reach", Judge(Rule, view with { Gateway = new GatewayView([], [], 0) }).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_AChallengerThatGetsNothing_IsAMismatch() => Assert.IsType<Verdict.Breach>(Judge(Rule, Split(0.05, 0, 1_000)));

    [Theory]
    [InlineData(1, 99, typeof(Verdict.Healthy))]
    [InlineData(5, 95, typeof(Verdict.Breach))]
    [InlineData(0, 12, typeof(Verdict.Healthy))]
    public void Judge_SharesBelowTwoPercent_AreExact(long challenger, long champion, Type verdict) =>
        Assert.IsType(verdict, Judge(Rule, Split(0.01, challenger, champion)));

    [Fact]
    public void Judge_AFewPercentOff_IsNobodysConcern() => Assert.IsType<Verdict.Healthy>(Judge(Rule, Split(0.5, 5_150, 4_850)));

    [Fact]
    public void Judge_TooFewRequests_IsInconclusive() => Assert.Equal(
        new Verdict.Inconclusive("36 of 100 settled requests on both arms", 0), Judge(Rule, Split(0.5, 1, 1)));

    [Fact]
    public void Judge_NothingSettled_IsNoData() => Assert.Equal(new Verdict.NoData("neither arm has settled requests at this share"), Judge(Rule, View()));

    [Fact]
    public void Judge_SourceThatDoesNotAnswer_IsBlind() => Assert.Equal(new Verdict.Blind("throttled"), Judge(Rule, Split(0.05, 50, 950) with { Problem = "throttled" }));

    [Fact]
    public void Judge_AllOfTheTraffic_HasNoSplit()
    {
        Assert.IsType<Verdict.Healthy>(Judge(Rule, View(1, frozen: true)));
        Assert.IsType<Verdict.NoData>(Judge(Rule, View(null)));
    }

    [Fact]
    public void Assess_Evidence_IsLikeThatOfOthers()
    {
        var evidence = SignalJudge.Assess(Of(Rule), Split(0.05, 100, 900))!.Evidence;

        Assert.Equal(Math.Log(1_000), evidence.LogLimit!.Value, 9);
        Assert.True(evidence.LogEvidence > evidence.LogLimit && evidence.Strength > 1);
        Assert.Equal((1_800, 16_200, 18), (evidence.Challenger.Requests, evidence.Champion.Requests, evidence.Line!.Count));
    }

    [Fact]
    public void Assess_ALongShare_HasALineOfAtMost120PointsWithItsEnd()
    {
        var start = At.AddMinutes(-400);
        var view = Split(0.05, 50, 950, 398) with { Since = start };
        view = view with
        {
            Challenger = [.. view.Challenger.Select((window, index) => window with { Start = start.AddMinutes(index) })],
            Champion = [.. view.Champion.Select((window, index) => window with { Start = start.AddMinutes(index) })],
        };

        var line = SignalJudge.Assess(Of(Rule), view)!.Evidence.Line!;

        Assert.Equal((120, At.AddMinutes(-2)), (line.Count, line[^1].At));
        Assert.Equal(line.OrderBy(point => point.At), line);
    }
}
