using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>The decision journal: why a step is held or moves, in numbers and limits, and never at every look.</summary>
public class HoldTests
{
    private static readonly RolloutPlan Patient = RolloutSamples.Plan() with
    {
        Steps = [new RolloutStep(Percentage.FromPercent(5), TimeSpan.FromMinutes(10), MinimumRequests: 2_000), new RolloutStep(Percentage.FromPercent(50), TimeSpan.FromMinutes(10))],
    };

    [Fact]
    public void Held_TooFewRequests_SaysHowManyAndTheRateSoFarAgainstItsLimit()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking);

        var held = Assert.IsType<RolloutEvent.StepHeld>(Assert.Single(Look(state, Late(state), Undecided(312))));

        Assert.Equal("Held: Error rate below 1 %: 312 of 500 requests on the challenger; error rate 0.32 %, limit 1 %.", Journal.Sentence(held, state.Plan));
    }

    [Fact]
    public void Held_OverALongWait_SpeaksWhenTheMissingPartHasHalved()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking);
        var told = new List<long?>();
        for (var requests = 0; requests < 500; requests += 10)
        {
            foreach (var happened in Look(state, Late(state), Undecided(requests)))
            {
                told.Add(Assert.IsType<RolloutEvent.StepHeld>(happened).MissingRequests);
                state = RolloutEvolution.Evolve(state, new RecordedRolloutEvent(state.Version + 1, Late(state), "monitor", happened));
            }
        }

        Assert.Equal([500, 250, 120, 60, 30, 10], told);
    }

    [Fact]
    public void Held_ForAnotherReason_IsAChangeOfMind()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking);
        state = Apply(state, Late(state), Look(state, Late(state), Undecided(312)));
        var other = RolloutSamples.ErrorRate with { Name = "p99 below 100 ms" };

        var happened = Look(state, Late(state), RolloutSamples.Assessed(new Verdict.Inconclusive("waiting for the newest metrics to settle", 0), other));

        Assert.Equal("p99 below 100 ms", Assert.IsType<RolloutEvent.StepHeld>(Assert.Single(happened)).Topic);
    }

    [Fact]
    public void Held_StepWantsMoreRequestsThanItsGuardrails_WaitsForSettledOnes()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking, Patient);

        var held = Assert.IsType<RolloutEvent.StepHeld>(Assert.Single(Look(state, Late(state), Healthy(1_200))));

        Assert.Equal("Held: 1,200 of 2,000 settled requests that this step asks for; error rate 0 %, limit 1 %.", Journal.Sentence(held, state.Plan));
    }

    [Fact]
    public void Moved_EnoughOfAll_SaysWhatConvincedIt()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking, Patient);

        var started = Assert.IsType<RolloutEvent.StepStarted>(Assert.Single(Look(state, Late(state), Healthy(2_000))));

        Assert.Equal("the guardrail is healthy (error rate 0.1 % over 540 requests, limit 1 %), 10 minutes passed, 2,000 requests were asked for", started.Why);
    }

    [Fact]
    public void Held_MinimumNeverReached_RollsBackAtTheDeadline()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking, Patient);

        var happened = Look(state, Late(state) + state.Plan.HoldLimit, Healthy(1_200));

        Assert.StartsWith("still undecided at the step's deadline; 1,200 of 2,000", Assert.IsType<RolloutEvent.RollbackStarted>(Assert.Single(happened)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_Reached_SaysWhatConvincedIt()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking, RolloutSamples.Plan(gate: true));

        var gate = Assert.Single(Look(state, Late(state), Healthy(540)));

        Assert.Equal(
            "At the gate after 5 %, the guardrail is healthy (error rate 0.1 % over 540 requests, limit 1 %), 10 minutes passed: waiting for a person to approve.",
            Journal.Sentence(gate, state.Plan));
    }

    [Fact]
    public void Lifted_EndpointAnswersAgainBeforeTheTimeIsUp_IsAChangeOfMind()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking);
        var soon = state.PhaseSince.AddMinutes(2);
        var held = Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(state, new RolloutInput.Observe(soon, null, "throttled", [Healthy(540)])));
        state = Apply(state, soon, held.Events);

        Assert.IsType<RolloutEvent.StepEvent.HoldLifted>(Assert.Single(Look(state, soon, Healthy(540))));
    }

    [Fact]
    public void F07_NotANumberAndNothing_AreNeverEvidence()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking, Patient);

        var empty = new GuardrailAssessment(RolloutSamples.ErrorRate, Evidence.None, RolloutSamples.Healthy);

        Assert.IsType<RolloutEvent.StepHeld>(Assert.Single(Look(state, Late(state), empty)));
        Assert.Null(ArmEvidence.None.Rate);
    }

    [Fact]
    public void Outlook_OfABake_NamesTimeRequestsGuardrailAndGate()
    {
        var plan = Patient with { Steps = [Patient.Steps[0] with { Gate = true }] };
        var state = RolloutSamples.In(RolloutPhase.Baking, plan);

        var waits = PromotionOutlook.Of(state, [Undecided(312)], state.BakeEnds!.Value.AddMinutes(-4));

        Assert.Equal(
            [
                "4 min more of the bake",
                "2,000 more settled requests of the 2,000 that the step asks for",
                "\"Error rate below 1 %\" is healthy (312 of 500 requests on the challenger)",
                "a person approves at the gate",
            ],
            waits);
    }

    [Theory]
    [InlineData(RolloutPhase.AtGate, "a person approves at the gate")]
    [InlineData(RolloutPhase.AwaitingApproval, "a person approves the start")]
    [InlineData(RolloutPhase.Paused, "a person resumes it")]
    public void Outlook_WaitingForAPerson_SaysForWhat(RolloutPhase phase, string expected) =>
        Assert.Equal([expected], PromotionOutlook.Of(RolloutSamples.In(phase), [Healthy(540)], RolloutSamples.Start));

    [Theory]
    [InlineData(RolloutPhase.Completed)]
    [InlineData(RolloutPhase.RollingBack)]
    [InlineData(RolloutPhase.Blocked)]
    public void Outlook_GoingNowhere_HasNothingToWaitFor(RolloutPhase phase) =>
        Assert.Empty(PromotionOutlook.Of(RolloutSamples.In(phase), [Healthy(540)], RolloutSamples.Start));

    private static DateTimeOffset Late(RolloutState state) => state.BakeEnds!.Value.AddMinutes(1);

    private static GuardrailAssessment Undecided(int requests) => new(
        RolloutSamples.ErrorRate,
        Evidence.None with { Challenger = new ArmEvidence(requests, requests / 250, null, null, null), RequiredRequests = 500 },
        new Verdict.Inconclusive(FormattableString.Invariant($"{requests} of 500 requests on the challenger"), 500 - requests));

    private static GuardrailAssessment Healthy(long settled) =>
        new(RolloutSamples.ErrorRate, Evidence.None with { Challenger = new ArmEvidence(settled, 0, null, null, null), SettledRequests = settled }, RolloutSamples.Healthy);

    private static IReadOnlyList<RolloutEvent> Look(RolloutState state, DateTimeOffset at, GuardrailAssessment assessment) => Assert.IsType<Decision.Accepted>(
        RolloutDecider.Decide(state, new RolloutInput.Observe(at, RolloutSamples.Endpoint(0.05), null, [assessment]))).Events;

    private static RolloutState Apply(RolloutState state, DateTimeOffset at, IReadOnlyList<RolloutEvent> events) =>
        events.Aggregate(state, (before, happened) => RolloutEvolution.Evolve(before, new RecordedRolloutEvent(before.Version + 1, at, "monitor", happened)));
}
