using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation.Probes;

public sealed class ProbeStatusTests
{
    private static readonly RolloutEvent Lost = new RolloutEvent.ProbeEvent.ReadinessLost([ReadinessCheck.Failed("Model media-ranker-v7", "it does not exist")]);

    [Fact]
    public void Describe_NotReady_SaysWhatIsMissing()
    {
        var line = Describe(new RolloutBuilder().BakingAt25().Healthy().Then(26, Lost));

        Assert.Equal(
            new StatusLine(
                Tone.Warn,
                Glyph.Pause,
                "Held: not ready for the next step",
                "Model media-ranker-v7: it does not exist. It goes on by itself once that is healed; rolling back is always possible."),
            line);
    }

    [Fact]
    public void Describe_NotReadyAndBreached_SaysTheBreach() =>
        Assert.DoesNotContain("not ready", Describe(new RolloutBuilder().BakingAt25().Then(26, Lost).Breached()).Label, StringComparison.Ordinal);

    [Fact]
    public void Describe_HookAsked_SaysSo()
    {
        var builder = new RolloutBuilder().Prepared()
            .Then(4, new RolloutEvent.SmokeTestPassed(new(3, 3, TimeSpan.Zero, null)))
            .Then(4, new RolloutEvent.ProbeEvent.HookAsked("freeze", HookMoment.BeforeTraffic));
        builder.Activity = "Waiting for hook freeze to answer.";

        Assert.Equal(("Asking a hook before any traffic", "Waiting for hook freeze to answer."), (Describe(builder).Label, Describe(builder).Sentence));
    }

    private static StatusLine Describe(RolloutBuilder builder) => RolloutStatus.Describe(builder.Build(), null, [], RolloutBuilder.Start.AddMinutes(27));
}
