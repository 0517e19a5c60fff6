using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Presentation;

/// <summary>A rollout of media-ranker v8 against v7, made by folding real events, as far along as a test wants it.</summary>
internal sealed class RolloutBuilder
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    private readonly List<RecordedRolloutEvent> _events = [];
    private readonly RolloutPlan _plan;

    public RolloutBuilder(bool autoRollback = true, bool approval = false, bool gate = false, ShadowStage? shadow = null)
    {
        _plan = new RolloutPlan(
            "media-ranker",
            "champion",
            new("challenger-v8", "media-ranker-v8", "media-ranker", 8, "ml.m5.xlarge", 2, new Dictionary<string, string> { ["git_commit"] = "9f3c2e1" }),
            Strategy.Canary,
            [Step(5), Step(25, gate), Step(50)],
            [
                new("Error rate below 1 %", new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)), true, 500, 2, 3),
                new("p99 below 100 ms", new GuardrailRule.LatencyLimit(0.99, TimeSpan.FromMilliseconds(100)), true, 1000, 2, 3),
                new("Error rate against champion", new GuardrailRule.ErrorRateAgainstChampion(1), true, 500, 2, 3),
            ],
            TimeSpan.FromMinutes(30),
            TimeSpan.FromMinutes(30),
            autoRollback,
            approval,
            new("application/json", "{}", 3, TimeSpan.FromSeconds(5)))
        {
            Shadow = shadow,
        };
        Then(0, new RolloutEvent.RolloutPlanned(new("media-ranker-20261121-1"), _plan, "digest"), "operator");
        Assessments = [];
    }

    public RolloutPlan Plan => _plan;

    public IReadOnlyList<RecordedRolloutEvent> Events => _events;

    public IReadOnlyList<GuardrailAssessment> Assessments { get; set; }

    public string? Activity { get; set; }

    public RolloutBuilder Then(double minute, RolloutEvent happened, string actor = "monitor")
    {
        _events.Add(new(_events.Count + 1, Start.AddMinutes(minute), actor, happened));
        return this;
    }

    public RolloutBuilder Prepared() => Then(0, new RolloutEvent.PreparationStarted()).Then(4, new RolloutEvent.VariantReady("config-1"));

    /// <summary>At 25 % since minute 15, read back after 8 s.</summary>
    public RolloutBuilder BakingAt25() => Prepared()
        .Then(4, new RolloutEvent.SmokeTestPassed(new(3, 3, TimeSpan.FromMilliseconds(31), null)))
        .Then(4, new RolloutEvent.StepStarted(0, Percentage.FromPercent(5), "the smoke test passed"))
        .Then(5, new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(5), TimeSpan.FromSeconds(8)))
        .Then(15, new RolloutEvent.StepStarted(1, Percentage.FromPercent(25), "all healthy"))
        .Then(15, new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(25), TimeSpan.FromSeconds(8)));

    public RolloutBuilder Soaking() => BakingAt25()
        .Then(25, new RolloutEvent.PromotionStarted("all healthy"))
        .Then(25, new RolloutEvent.WeightsConfirmed(Percentage.Whole, TimeSpan.FromSeconds(8)))
        .Then(25, new RolloutEvent.SoakStarted());

    public RolloutBuilder Judged(Func<Guardrail, Verdict> verdict, long requests = 312)
    {
        Assessments = [.. _plan.Guardrails.Select(guardrail => Assessed(guardrail, verdict(guardrail), requests))];
        return this;
    }

    public RolloutBuilder Healthy() => Judged(_ => new Verdict.Healthy("within the limit"), 540);

    public RolloutBuilder Building() => Judged(guardrail => new Verdict.Inconclusive("312 of 500 requests on the challenger", guardrail.MinimumRequests == 500 ? 188 : 100));

    public RolloutBuilder Breached() => Judged(guardrail => guardrail.Rule is GuardrailRule.ErrorRateLimit
        ? new Verdict.Breach("error rate 8 % over 500 requests, limit 1 %")
        : new Verdict.Healthy("within the limit"));

    public RolloutSnapshot Build() => new(RolloutEvolution.Fold(_events), Assessments, _events, Activity);

    public static EndpointSnapshot Endpoint(EndpointStatus status = EndpointStatus.InService, params IReadOnlyList<VariantHistory> histories) => new(
        new("media-ranker", "arn", status, "config-1",
        [
            new("champion", "media-ranker-v7", "ml.m5.xlarge", 0.75, 0.75, 2, 2),
            new("challenger-v8", "media-ranker-v8", "ml.m5.xlarge", 0.25, 0.25, 2, 2),
        ], TimeSpan.FromSeconds(10), Start), Start, histories);

    private static GuardrailAssessment Assessed(Guardrail guardrail, Verdict verdict, long requests) => new(
        guardrail,
        new Evidence(
            new(requests, 2, Percentage.FromPercent(0.12), Percentage.FromPercent(1.04), guardrail.Rule is GuardrailRule.LatencyLimit ? TimeSpan.FromMilliseconds(57) : null),
            new(4100, 4, Percentage.FromPercent(0.05), Percentage.FromPercent(0.18), guardrail.Rule is GuardrailRule.LatencyLimit ? TimeSpan.FromMilliseconds(58) : null),
            requests, guardrail.MinimumRequests, verdict is Verdict.Breach ? 2 : 0, 3, verdict is Verdict.Breach ? 1.4 : 0.4, Start.AddMinutes(20)),
        verdict);

    private static RolloutStep Step(double percent, bool gate = false) => new(Percentage.FromPercent(percent), TimeSpan.FromMinutes(10), gate);
}
