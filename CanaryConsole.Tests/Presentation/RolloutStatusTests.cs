using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public class RolloutStatusTests
{
    private static readonly SourceHealth Answering = new("CloudWatch", RolloutBuilder.Start, null, null);

    private static StatusLine At(double minute, RolloutBuilder rollout, EndpointStatus status = EndpointStatus.InService, SourceHealth? source = null) =>
        RolloutStatus.Describe(rollout.Build(), RolloutBuilder.Endpoint(status), [source ?? Answering], RolloutBuilder.Start.AddMinutes(minute));

    [Fact]
    public void Describe_BakingWithTooFewRequests_SaysHowManyAndBothErrorRates()
    {
        var line = At(18, new RolloutBuilder().BakingAt25().Building());

        Assert.Equal("Baking at 25 %: building up evidence", line.Label);
        Assert.Equal(
            "Held: 312 of 500 requests on the challenger. Its error rate is 0.64 % (limit 1 %), the champion's 0.10 %; not yet enough to call it worse.",
            line.Sentence);
        Assert.Equal(Tone.Warn, line.Tone);
    }

    [Fact]
    public void Describe_BakingHealthy_SaysWhatFollowsAndWhen()
    {
        var line = At(18, new RolloutBuilder().BakingAt25().Healthy());

        Assert.Equal("Baking at 25 %: all guardrails healthy", line.Label);
        Assert.Equal("All 3 guardrails are healthy over 540 requests; 50 % follows in 7:00.", line.Sentence);
    }

    [Fact]
    public void Describe_BakingWithBreach_SaysTheBreachFirst()
    {
        var line = At(18, new RolloutBuilder().BakingAt25().Breached());

        Assert.Equal("Baking at 25 %: a guardrail is in breach", line.Label);
        Assert.Equal("Error rate below 1 %: error rate 8 % over 500 requests, limit 1 %. The rollback starts now.", line.Sentence);
        Assert.Equal(Tone.Bad, line.Tone);
    }

    [Fact]
    public void Describe_BakingBlind_SaysThatMissingDataNeverPasses()
    {
        var line = At(18, new RolloutBuilder().BakingAt25().Judged(_ => new Verdict.Blind("CloudWatch did not answer in 10 s")));

        Assert.Equal("Baking at 25 %: blind", line.Label);
        Assert.Equal("Held: Error rate below 1 %: CloudWatch did not answer in 10 s. Not seeing is neither health nor a breach; a person is called after 5 min.", line.Sentence);
    }

    [Fact]
    public void Describe_BlindForAWhile_RunsItsOwnClockAndSaysWhoWasCalled()
    {
        var rollout = new RolloutBuilder().BakingAt25().Then(16, new RolloutEvent.EvidenceLost("blind")).Judged(_ => new Verdict.Blind("CloudWatch throttled the read"));

        Assert.Equal("Baking at 25 %: blind for 4 min", At(20, rollout).Label);
        Assert.EndsWith("a person was called.", At(22, rollout.Then(21, new RolloutEvent.AttentionRequested("no evidence for 5 minutes"))).Sentence);
    }

    [Fact]
    public void Describe_NoData_SaysThatMissingDataNeverPasses()
    {
        var line = At(18, new RolloutBuilder().BakingAt25().Judged(_ => new Verdict.NoData("no request has reached the challenger")));

        Assert.Equal("Baking at 25 %: nothing to go by", line.Label);
        Assert.Equal("Held: Error rate below 1 %: no request has reached the challenger. Missing data never passes a step; a person is called after 5 min.", line.Sentence);
    }

    [Fact]
    public void Describe_SharedCause_IsHeldAndNotRolledBack()
    {
        var line = At(18, new RolloutBuilder().BakingAt25().Judged(guardrail => guardrail.Rule is GuardrailRule.ErrorRateLimit
            ? new Verdict.SharedCause("error rate 6 % over 500 requests, and the champion is as bad (6.1 %): a shared cause, not the challenger")
            : new Verdict.Healthy("within the limit")));

        Assert.Equal("Baking at 25 %: both arms degraded together", line.Label);
        Assert.StartsWith("Held, not rolled back: Error rate below 1 %: error rate 6 % over 500 requests, and the champion is as bad", line.Sentence);
        Assert.Equal(Tone.Warn, line.Tone);
    }

    [Fact]
    public void Describe_BreachBesideASharedCause_SaysTheBreach()
    {
        var line = At(18, new RolloutBuilder().BakingAt25().Judged(guardrail => guardrail.Rule is GuardrailRule.ErrorRateLimit
            ? new Verdict.SharedCause("both") : new Verdict.Breach("p99 beyond its limit")));

        Assert.Equal("Baking at 25 %: a guardrail is in breach", line.Label);
    }

    [Fact]
    public void Describe_WarningInBreach_IsHeldAndCallsAPerson()
    {
        var rollout = new RolloutBuilder().BakingAt25().Breached();
        rollout.Assessments = [.. rollout.Assessments.Select(assessment => assessment with { Guardrail = assessment.Guardrail with { Severity = Severity.Warning } })];

        var line = At(18, rollout);

        Assert.Equal("Baking at 25 %: a warning guardrail is in breach", line.Label);
        Assert.EndsWith("Held, and a person is called; a warning takes nothing back.", line.Sentence);
    }

    [Fact]
    public void Describe_WeightsNotReadBack_SaysMoving()
    {
        var line = At(4.5, new RolloutBuilder().Prepared().Then(4, new RolloutEvent.StepStarted(0, Percentage.FromPercent(5), "x")));

        Assert.Equal("Moving to 5 %", line.Label);
        Assert.StartsWith("The weights were asked for 30 s ago", line.Sentence);
    }

    [Theory]
    [InlineData(EndpointStatus.InService, "Rolling back: setting the weights now")]
    [InlineData(EndpointStatus.Updating, "Rolling back: waiting for the endpoint to leave Updating")]
    [InlineData(EndpointStatus.Failed, "Rolling back: the endpoint is Failed")]
    public void Describe_RollingBack_SaysWhichKind(EndpointStatus status, string label)
    {
        var line = At(18.25, RollingBack(), status);

        Assert.Equal(label, line.Label);
        Assert.StartsWith("Error rate 8 %, limit 1 %.", line.Sentence);
        Assert.Contains("15 s", line.Sentence);
    }

    [Theory]
    [InlineData(RolloutPhase.RolledBack, "Rolled back; restoring the rest", Tone.Bad)]
    [InlineData(RolloutPhase.Cancelled, "Cancelled; restoring the rest", Tone.Idle)]
    [InlineData(RolloutPhase.Completed, "v8 serves all traffic; restoring the rest", Tone.Good)]
    public void Describe_Restoring_SaysTheOutcomeFirst(RolloutPhase ending, string label, Tone tone)
    {
        var line = At(20, new RolloutBuilder().BakingAt25().Then(19, new RolloutEvent.TaskEvent.RestorationStarted(ending)));

        Assert.Equal((label, tone), (line.Label, line.Tone));
        Assert.EndsWith("for 1 min so far.", line.Sentence);
    }

    [Fact]
    public void Describe_RollingBackADeployment_SaysWhoTurnsBack() => Assert.Equal(
        "Rolling back: SageMaker returns to the old fleet",
        At(12, new RolloutBuilder().Then(4, new RolloutEvent.ManagedEvent.DeploymentRequested(1, "config-2")).Then(11, new RolloutEvent.RollbackStarted("errors", true, [])), EndpointStatus.Updating).Label);

    [Fact]
    public void Describe_RollingBackWithoutSightOfTheEndpoint_SaysSo()
    {
        var line = RolloutStatus.Describe(RollingBack().Build(), null, [], RolloutBuilder.Start.AddMinutes(19));

        Assert.Equal("Rolling back: the endpoint cannot be seen", line.Label);
    }

    [Fact]
    public void Describe_RolledBackByAGuard_SaysByItselfWhyAndHowLong()
    {
        var line = At(20, RollingBack().Then(18.2, new RolloutEvent.RolledBack(TimeSpan.FromSeconds(12))));

        Assert.Equal("Rolled back by itself", line.Label);
        Assert.Equal("Error rate 8 %, limit 1 %. The challenger was read back at 0 %, 12 s after the decision.", line.Sentence);
    }

    [Fact]
    public void Describe_RolledBackByAPerson_SaysWho()
    {
        var rollout = new RolloutBuilder().BakingAt25()
            .Then(18, new RolloutEvent.RollbackStarted("looks odd", false, []), "operator")
            .Then(18.1, new RolloutEvent.RolledBack(TimeSpan.FromSeconds(6)));

        Assert.Equal("Rolled back by operator", At(20, rollout).Label);
    }

    [Fact]
    public void Describe_PausedWithBreach_IsBadAndSaysIt()
    {
        var line = At(20, new RolloutBuilder(autoRollback: false).BakingAt25().Breached().Then(18, new RolloutEvent.RolloutPaused("lunch"), "operator"));

        Assert.Equal("Paused at 25 % for 2 min", line.Label);
        Assert.Equal("Lunch. Error rate below 1 %: error rate 8 % over 500 requests, limit 1 %.", line.Sentence);
        Assert.Equal(Tone.Bad, line.Tone);
    }

    [Fact]
    public void Describe_StaleSource_SaysForHowLongBeforeTheLastKnown()
    {
        var now = RolloutBuilder.Start.AddMinutes(18);
        var line = At(18, new RolloutBuilder().BakingAt25().Healthy(), source: new("CloudWatch", now.AddMinutes(-2), now.AddMinutes(-2), "no answer in 10 s"));

        Assert.Equal(Tone.Warn, line.Tone);
        Assert.StartsWith("Stale for 2 min: CloudWatch does not answer (no answer in 10 s). Last known: All 3 guardrails", line.Sentence);
    }

    [Fact]
    public void Describe_Completed_SaysWhoServesAndHowLongItTook()
    {
        var line = At(60, new RolloutBuilder().Soaking().Then(55, new RolloutEvent.RolloutCompleted()));

        Assert.Equal("Completed: v8 serves all traffic", line.Label);
        Assert.Contains("It took 55 min", line.Sentence);
        Assert.Contains("champion is still on the endpoint", line.Sentence);
    }

    [Fact]
    public void Describe_CompletedWithoutTheChampion_SaysThatItIsGone()
    {
        var line = At(60, new RolloutBuilder().Soaking()
            .Then(50, new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.Completed))
            .Then(51, new RolloutEvent.TaskEvent.TaskStarted(RolloutTask.RemoveChampion, 1))
            .Then(54, new RolloutEvent.TaskEvent.TaskDone(RolloutTask.RemoveChampion, "champion is off the endpoint"))
            .Then(55, new RolloutEvent.RolloutCompleted()));

        Assert.Contains("champion is off the endpoint", line.Sentence);
    }

    [Fact]
    public void Describe_EveryPhase_HasALabelAndASentence()
    {
        var state = new RolloutBuilder().BakingAt25().Build();
        foreach (var phase in Enum.GetValues<RolloutPhase>())
        {
            var line = RolloutStatus.Describe(state with { State = state.State with { Phase = phase } }, RolloutBuilder.Endpoint(), [], RolloutBuilder.Start.AddMinutes(18));

            Assert.NotEmpty(line.Label);
            Assert.EndsWith(".", line.Sentence);
        }
    }

    private static RolloutBuilder RollingBack() => new RolloutBuilder().BakingAt25()
        .Then(18, new RolloutEvent.RollbackStarted("error rate 8 %, limit 1 %", true, []));
}
