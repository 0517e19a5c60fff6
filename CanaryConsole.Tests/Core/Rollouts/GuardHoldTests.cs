using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public class GuardHoldTests
{
    private static readonly Verdict Shared = new Verdict.SharedCause("error rate 8 % over 540 requests, and the champion is as bad");

    [Fact]
    public void SharedCause_LooksGoOn_IsToldAndPagedOnce()
    {
        var (state, first) = Step(RolloutSamples.In(RolloutPhase.Baking), TimeSpan.FromMinutes(1), Shared);
        var (_, second) = Step(state, TimeSpan.FromMinutes(2), Shared);

        Assert.Equal("Error rate below 1 %: error rate 8 % over 540 requests, and the champion is as bad; nothing is rolled back for it, and nothing goes on while it lasts", Assert.IsType<RolloutEvent.AttentionRequested>(first[1]).Why);
        Assert.Empty(second);
    }

    [Fact]
    public void SharedCause_FarPastTheDeadline_HoldsAllTheSame()
    {
        var (state, _) = Step(RolloutSamples.In(RolloutPhase.Baking), TimeSpan.FromMinutes(1), Shared);

        Assert.Empty(Step(state, TimeSpan.FromHours(9), Shared).Happened);
    }

    [Fact]
    public void SharedCause_Over_ClockOfTheStepGoesOnFromWhereItStood()
    {
        var baking = RolloutSamples.In(RolloutPhase.Baking) with { BakeStart = RolloutSamples.Start.AddHours(1) };
        var (held, _) = Step(baking, TimeSpan.FromMinutes(1), Shared);

        var (lifted, happened) = Step(held, TimeSpan.FromHours(9), RolloutSamples.Healthy);

        Assert.Equal(new RolloutEvent.StepEvent.HoldLifted("the shared cause is over", TimeSpan.FromHours(9) - TimeSpan.FromMinutes(1)), Assert.Single(happened));
        Assert.Equal(baking.BakeEnds + (TimeSpan.FromHours(9) - TimeSpan.FromMinutes(1)), lifted.BakeEnds);
        Assert.False(lifted.Paged);
        Assert.Empty(Step(lifted, TimeSpan.FromHours(9) + TimeSpan.FromMinutes(1), RolloutSamples.Healthy).Happened);
    }

    [Fact]
    public void SharedCause_AtTheGate_ApprovalIsRefusedUntilItIsOver()
    {
        var (held, _) = Step(RolloutSamples.In(RolloutPhase.AtGate), TimeSpan.FromMinutes(1), Shared);
        var approve = new RolloutInput.Approve(held.PhaseSince.AddMinutes(2), "ann", null);

        Assert.Contains("it is held for a shared cause", Assert.IsType<Decision.Refused>(RolloutDecider.Decide(held, approve)).Reason, StringComparison.Ordinal);
        var (free, _) = Step(held, TimeSpan.FromMinutes(3), RolloutSamples.Healthy);
        Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(free, approve));
    }

    [Fact]
    public void Warning_InBreach_HoldsAndNeverRollsBack()
    {
        var warning = RolloutSamples.ErrorRate with { Severity = Severity.Warning };
        var (held, happened) = Step(RolloutSamples.In(RolloutPhase.Baking), TimeSpan.FromMinutes(1), RolloutSamples.Breach, warning);

        Assert.EndsWith("it only warns, so roll back by hand or wait until it is over", Assert.IsType<RolloutEvent.AttentionRequested>(happened[1]).Why, StringComparison.Ordinal);
        Assert.Empty(Step(held, TimeSpan.FromHours(9), RolloutSamples.Breach, warning).Happened);
    }

    [Fact]
    public void Journal_HoldLifted_SaysWhatIsOver() => Assert.Equal(
        "No longer held: the shared cause is over.", Journal.Sentence(new RolloutEvent.StepEvent.HoldLifted("the shared cause is over", TimeSpan.FromMinutes(4)), RolloutSamples.Plan()));

    private static (RolloutState State, IReadOnlyList<RolloutEvent> Happened) Step(RolloutState state, TimeSpan after, Verdict verdict, Guardrail? guardrail = null)
    {
        var at = RolloutSamples.Start.AddHours(1) + after;
        var look = new RolloutInput.Observe(at, RolloutSamples.Endpoint(RolloutSamples.ShareIn(state)), null, [RolloutSamples.Assessed(verdict, guardrail)]);
        var happened = Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(Began(state), look)).Events;
        return (happened.Aggregate(Began(state), (known, one) => RolloutEvolution.Evolve(known, new RecordedRolloutEvent(known.Version + 1, at, "monitor", one))), happened);
    }

    // The bake begins with the hour that the tests count from.
    private static RolloutState Began(RolloutState state) => state.HoldTopic is null && state.BakeStart < RolloutSamples.Start.AddHours(1)
        ? state with { BakeStart = RolloutSamples.Start.AddHours(1) }
        : state;
}
