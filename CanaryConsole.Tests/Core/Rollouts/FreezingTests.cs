using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using static CanaryConsole.Tests.Core.Rollouts.RolloutSamples;

namespace CanaryConsole.Tests.Core.Rollouts;

public sealed class FreezingTests
{
    private static readonly FrozenQuantiles Quantiles =
        new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(80), 12_000, Start.AddMinutes(-30), Start);

    [Fact]
    public void Observe_TheEndOfThePreparation_FreezesFirst()
    {
        var events = Look(In(RolloutPhase.Preparing), Quantiles);

        Assert.Equal(new RolloutEvent.QuantilesFrozen(Quantiles), events[0]);
        Assert.IsType<RolloutEvent.VariantReady>(events[1]);
    }

    [Fact]
    public void Observe_TheFirstShare_CatchesUp()
    {
        var events = Look(In(RolloutPhase.SmokeTesting) with { Probes = ProbeState.None with { SmokeTestPassed = true } }, Quantiles);

        Assert.Equal([typeof(RolloutEvent.QuantilesFrozen), typeof(RolloutEvent.StepStarted)], events.Select(happened => happened.GetType()));
    }

    [Fact]
    public void Observe_Frozen_StaysAsItIs()
    {
        var state = In(RolloutPhase.Preparing) with { ChampionQuantiles = Quantiles };

        Assert.DoesNotContain(Look(state, Quantiles with { Requests = 1 }), happened => happened is RolloutEvent.QuantilesFrozen);
    }

    [Theory]
    [InlineData(RolloutPhase.Baking)]
    [InlineData(RolloutPhase.Soaking)]
    [InlineData(RolloutPhase.Paused)]
    public void Observe_OnceTheChallengerMayHaveTraffic_NeverFreezes(RolloutPhase phase) =>
        Assert.DoesNotContain(Look(In(phase), Quantiles), happened => happened is RolloutEvent.QuantilesFrozen);

    [Fact]
    public void Observe_AChampionWithoutLatency_FreezesNothing() =>
        Assert.DoesNotContain(Look(In(RolloutPhase.Preparing), null), happened => happened is RolloutEvent.QuantilesFrozen);

    [Fact]
    public void Fold_TheEvent_KeepsItForTheRestOfTheRollout()
    {
        var state = Fold(Plan(), [new RolloutEvent.PreparationStarted(), new RolloutEvent.QuantilesFrozen(Quantiles), new RolloutEvent.VariantReady("c")]);

        Assert.Equal(Quantiles, state.ChampionQuantiles);
    }

    private static IReadOnlyList<RolloutEvent> Look(RolloutState state, FrozenQuantiles? quantiles)
    {
        var look = new RolloutInput.Observe(Start.AddHours(1), Endpoint(), null, []) { ChampionQuantiles = quantiles };
        return Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(state, look)).Events;
    }
}
