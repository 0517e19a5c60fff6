using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>What the table cannot say of skip, jump, restart, extend and refuse: numbers, bounds and words.</summary>
public class StepCommandTests
{
    private static readonly IReadOnlyList<GuardrailAssessment> AllHealthy = [RolloutSamples.Assessed(RolloutSamples.Healthy)];
    private static readonly IReadOnlyList<GuardrailAssessment> OneUndecided = [RolloutSamples.Assessed(new Verdict.Inconclusive("312 of 500 requests", 188))];

    private static RolloutState LastStep => Apply(RolloutSamples.In(RolloutPhase.Baking), new RolloutEvent.StepStarted(1, Percentage.FromPercent(50), "healthy"), new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(50), TimeSpan.Zero));

    [Fact]
    public void Skip_LastStep_NeedsWhatAPromotionNeeds()
    {
        var refused = Assert.IsType<Decision.Refused>(RolloutDecider.Decide(LastStep, new RolloutInput.SkipStep(RolloutSamples.Start, "ann", null, OneUndecided)));
        var accepted = Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(LastStep, new RolloutInput.SkipStep(RolloutSamples.Start, "ann", null, AllHealthy)));

        Assert.Equal($"Rollout {RolloutSamples.Id} cannot skip its step while Baking: \"Error rate below 1 %\" is not healthy: 312 of 500 requests.", refused.Reason);
        Assert.IsType<RolloutEvent.PromotionStarted>(accepted.Events[^1]);
    }

    [Fact]
    public void Skip_WithABreach_SaysWhichGuardrailAndWhy()
    {
        var refused = Assert.IsType<Decision.Refused>(RolloutDecider.Decide(
            RolloutSamples.In(RolloutPhase.Baking), new RolloutInput.SkipStep(RolloutSamples.Start, "ann", null, [RolloutSamples.Assessed(RolloutSamples.Breach)])));

        Assert.Equal($"Rollout {RolloutSamples.Id} cannot skip its step while Baking: \"Error rate below 1 %\" is not healthy: error rate 8 % over 540 requests, limit 1 %.", refused.Reason);
    }

    [Fact]
    public void Jump_ToAStepThatIsNotThere_NamesTheStepsThereAre()
    {
        var refused = Assert.IsType<Decision.Refused>(RolloutDecider.Decide(LastStep, new RolloutInput.JumpToStep(RolloutSamples.Start, "ann", 7, null, AllHealthy)));

        Assert.Equal($"Rollout {RolloutSamples.Id} has no step 8: its steps are 1 to 2.", refused.Reason);
    }

    [Fact]
    public void Jump_BackBelowAShareMovedByHand_IsForwardInTrafficAndNeedsEvidence()
    {
        var moved = Apply(RolloutSamples.In(RolloutPhase.Baking), new RolloutEvent.ShareMoved(Percentage.FromPercent(2), null));

        Assert.IsType<Decision.Refused>(RolloutDecider.Decide(moved, new RolloutInput.JumpToStep(RolloutSamples.Start, "ann", 0, null, [RolloutSamples.Assessed(RolloutSamples.Breach)])));
    }

    [Fact]
    public void Jump_AnyWhere_BakesAndCountsEvidenceAnew()
    {
        var accepted = Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(LastStep, new RolloutInput.JumpToStep(RolloutSamples.Start, "ann", 0, "night", [])));

        var jumped = Apply(LastStep, [.. accepted.Events]);

        Assert.Equal((RolloutPhase.Baking, 0, null, null, null), (jumped.Phase, jumped.Step, jumped.BakeStart, jumped.EvidenceSince, jumped.WeightsConfirmedAt));
    }

    [Fact]
    public void Restart_OfAPlanWithoutSteps_IsRefused()
    {
        var soaking = RolloutSamples.In(RolloutPhase.Soaking, RolloutSamples.Plan() with { Steps = [] });

        var refused = Assert.IsType<Decision.Refused>(RolloutDecider.Decide(soaking, new RolloutInput.RestartSteps(RolloutSamples.Start, "ann", null, AllHealthy)));

        Assert.Equal($"Rollout {RolloutSamples.Id} cannot start its steps over while Soaking: its plan has no steps.", refused.Reason);
    }

    [Fact]
    public void Extend_TheBake_MovesItsEndAndItsDeadline()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking);
        var end = state.BakeEnds!.Value;

        var extended = Apply(state, new RolloutEvent.StepEvent.BakeExtended(TimeSpan.FromMinutes(30), null));

        Assert.Equal(end.AddMinutes(30), extended.BakeEnds);
        var look = new RolloutInput.Observe(end.AddMinutes(1), RolloutSamples.Endpoint(0.05), null, AllHealthy);
        Assert.Empty(Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(extended, look)).Events);
    }

    [Fact]
    public void Extend_TheNextShare_StartsWithoutIt()
    {
        var extended = Apply(RolloutSamples.In(RolloutPhase.Baking), new RolloutEvent.StepEvent.BakeExtended(TimeSpan.FromMinutes(30), null), new RolloutEvent.StepStarted(1, Percentage.FromPercent(50), "healthy"));

        Assert.Equal(TimeSpan.Zero, extended.Extension);
    }

    [Theory]
    [InlineData(0.5, "An extension of 30 s is not between 1 minute and 7 days.")]
    [InlineData(10_081, "An extension of 168 h 1 min is not between 1 minute and 7 days.")]
    public void Extend_OutsideItsBounds_SaysThem(double minutes, string reason) => Assert.Equal(
        reason, Assert.IsType<Decision.Refused>(RolloutDecider.Decide(RolloutSamples.In(RolloutPhase.Baking), Extension(minutes))).Reason);

    [Fact]
    public void Extend_BeyondFourteenDaysInAll_SaysWhatIsLeft()
    {
        var state = Apply(RolloutSamples.In(RolloutPhase.Baking), new RolloutEvent.StepEvent.BakeExtended(TimeSpan.FromDays(7), null));

        var refused = Assert.IsType<Decision.Refused>(RolloutDecider.Decide(state, Extension(10_080)));

        Assert.Equal("The bake would last 336 h 10 min, and 14 days is the most: 167 h 50 min are left.", refused.Reason);
    }

    [Fact]
    public void Refuse_AtAGate_RollsBackWithTheReason()
    {
        var accepted = Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(
            RolloutSamples.In(RolloutPhase.AtGate), new RolloutInput.Refuse(RolloutSamples.Start, "ann", "answers look odd", AllHealthy)));

        Assert.Equal([new RolloutEvent.StepEvent.GateRefused(0, "answers look odd"), new RolloutEvent.RollbackStarted("answers look odd", false, AllHealthy)], accepted.Events);
    }

    private static RolloutInput.ExtendBake Extension(double minutes) => new(RolloutSamples.Start, "ann", TimeSpan.FromMinutes(minutes), null);

    private static RolloutState Apply(RolloutState state, params RolloutEvent[] events) => events.Aggregate(
        state, (before, happened) => RolloutEvolution.Evolve(before, new RecordedRolloutEvent(before.Version + 1, RolloutSamples.Start.AddHours(1), "ann", happened)));
}
