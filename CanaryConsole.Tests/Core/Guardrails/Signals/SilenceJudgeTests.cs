using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using static CanaryConsole.Tests.Core.Guardrails.Signals.SignalViews;

namespace CanaryConsole.Tests.Core.Guardrails.Signals;

public sealed class SilenceJudgeTests
{
    private static readonly GuardrailRule Rule = new GuardrailRule.InvocationsMissing(TimeSpan.FromMinutes(5));
    private static readonly long[] Busy = [.. Enumerable.Repeat(1_000L, 20)];

    [Fact]
    public void Judge_Requests_AreHealthy() => Assert.Equal(
        new Verdict.Healthy("900 requests have reached the challenger at this share"),
        Judge(Rule, View() with { Challenger = Minutes([.. Enumerable.Repeat(50L, 20)]), Champion = Minutes(Busy) }));

    [Fact]
    public void Judge_SilenceThatChanceDoesNotExplain_IsABreach() => Assert.Equal(
        new Verdict.Breach("no request has reached the challenger for 18 min at a share of 5 %, while the champion had 18,000"),
        Judge(Rule, View() with { Champion = Minutes(Busy) }));

    [Fact]
    public void Judge_SilenceAfterRequests_CountsFromTheLast() => Assert.Equal(
        new Verdict.Breach("no request has reached the challenger for 8 min at a share of 5 %, while the champion had 8,000"),
        Judge(Rule, View() with { Challenger = Minutes([.. Enumerable.Repeat(50L, 10)]), Champion = Minutes(Busy) }));

    [Fact]
    public void Judge_SilenceThatChanceMayBring_IsNone() => Assert.Equal(
        new Verdict.Inconclusive("no request on the challenger for 18 min, which 90 requests of the champion at a share of 5 % may bring by chance", 0),
        Judge(Rule, View() with { Champion = Minutes([.. Enumerable.Repeat(5L, 20)]) }));

    [Fact]
    public void Judge_SilentChampionToo_IsASharedCause() => Assert.Equal(
        new Verdict.SharedCause("neither the challenger nor the champion has had a request for 18 min: a shared cause, not the challenger"), Judge(Rule, View()));

    [Fact]
    public void Judge_SilenceNotYetSettled_IsNone()
    {
        // Six minutes without a window, of which four are old enough to be final.
        var view = View() with { Challenger = Minutes([.. Enumerable.Repeat(50L, 14)]), Champion = Minutes(Busy) };

        Assert.Equal(new Verdict.Inconclusive("no request on the challenger since 10:14:00 UTC; 5 min of silence are a breach", 0), Judge(Rule, view));
    }

    [Fact]
    public void Judge_SourceThatDoesNotAnswer_IsBlind_HoweverLongTheSilence() =>
        Assert.Equal(new Verdict.Blind("throttled"), Judge(Rule, View(problem: "throttled") with { Champion = Minutes(Busy) }));

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(1.0, false)]
    [InlineData(null, true)]
    public void Judge_NoChampionBesideIt_IsNeverABreach(double? share, bool frozen) => Assert.Equal(
        new Verdict.NoData("no request has been counted for 18 min, and no champion has traffic to compare with"),
        Judge(Rule, View(share, frozen) with { Champion = frozen ? Minutes(Busy) : Array.Empty<MetricWindow>() }));

    [Fact]
    public void Judge_NoShare_ExpectsNothing() =>
        Assert.Equal(new Verdict.NoData("the challenger has no share, so no requests are expected"), Judge(Rule, View(0) with { Champion = Minutes(Busy) }));
}
