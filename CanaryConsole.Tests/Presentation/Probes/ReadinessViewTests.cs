using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Probes;

namespace CanaryConsole.Tests.Presentation.Probes;

public sealed class ReadinessViewTests
{
    [Fact]
    public void Of_PlanThatIsNotProbed_IsNothing() => Assert.Null(ReadinessView.Of(new RolloutBuilder().BakingAt25().Build()));

    [Fact]
    public void Of_RolloutThatIsOver_IsNothing() => Assert.Null(ReadinessView.Of(Probed(new RolloutBuilder().Then(1, new RolloutEvent.RolloutCancelled("no")).Build())));

    [Fact]
    public void Of_NobodyHasLooked_SaysSo() => Assert.Equal(
        new Badge("not looked yet", Tone.Idle, Glyph.Clock), ReadinessView.Of(Probed(new RolloutBuilder().BakingAt25().Build()))!.Summary);

    [Fact]
    public void Of_Report_HasALineForEachCheck()
    {
        var view = ReadinessView.Of(Probed(
            new RolloutBuilder().BakingAt25().Build(),
            ReadinessCheck.Passed("Endpoint config c"),
            ReadinessCheck.Failed("Model m", "it does not exist"),
            ReadinessCheck.Unknown("Role r", "access denied"),
            ReadinessCheck.NotLookedAt("Image i", "not in ECR")))!;

        Assert.Equal("not ready: 2 things", view.Summary.Text);
        Assert.Equal(RolloutBuilder.Start, view.AskedAt);
        Assert.Equal(
            [
                new ReadinessLine("Endpoint config c", Glyph.Check, Tone.Good, "there", null),
                new ReadinessLine("Model m", Glyph.Cross, Tone.Bad, "missing", "it does not exist"),
                new ReadinessLine("Role r", Glyph.Alert, Tone.Warn, "unknown", "access denied"),
                new ReadinessLine("Image i", Glyph.EyeOff, Tone.Idle, "not looked at", "not in ECR"),
            ],
            view.Lines);
    }

    [Theory]
    [InlineData(ReadinessResult.Passed, "ready", Tone.Good)]
    [InlineData(ReadinessResult.Failed, "not ready: 1 thing", Tone.Bad)]
    [InlineData(ReadinessResult.Unknown, "not ready: 1 thing", Tone.Warn)]
    public void Of_OneCheck_IsItsWord(ReadinessResult result, string text, Tone tone)
    {
        var check = new ReadinessCheck("Model m", result, "why", Holds: result is not ReadinessResult.Passed);

        var summary = ReadinessView.Of(Probed(new RolloutBuilder().BakingAt25().Build(), check))!.Summary;

        Assert.Equal((text, tone), (summary.Text, summary.Tone));
    }

    private static RolloutSnapshot Probed(RolloutSnapshot rollout, params ReadinessCheck[] checks) => rollout with
    {
        State = rollout.State with { Plan = rollout.State.Plan with { Readiness = new ReadinessBasis("c", 2) } },
        Readiness = checks.Length > 0 ? new ReadinessReport(RolloutBuilder.Start, checks) : null,
    };
}
