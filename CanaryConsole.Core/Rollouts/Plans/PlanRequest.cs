using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts.Plans;

/// <summary>From a rollout back to a request that would make its plan again. Pure.</summary>
internal static class PlanRequest
{
    public static RolloutRequest Of(RolloutRecord record) => record.Events is [{ Event: RolloutEvent.RolloutPlanned { Request: { } request } }, ..]
        ? request
        : Of(record.State.Plan);

    /// <summary>For plans of consoles that did not keep the request: every value of theirs is in the plan.</summary>
    public static RolloutRequest Of(RolloutPlan plan) => GuardrailRequests.Of(plan) is { } guardrails
        ? Usual(plan) with { Guardrails = guardrails, ErrorRateLimit = null, LatencyP99LimitMs = null, ErrorRatioLimit = null }
        : Usual(plan);

    private static RolloutRequest Usual(RolloutPlan plan) => new()
    {
        Endpoint = plan.Endpoint,
        ModelName = plan.Challenger.ModelName,
        ChampionVariant = plan.ChampionVariant,
        ChallengerVariant = plan.Managed is null ? plan.Challenger.VariantName : null,
        Strategy = plan.Strategy,
        Steps = plan.Strategy is Strategy.AllAtOnce || plan.Managed is not null
            ? null
            : [.. plan.Steps.Select(step => new StepRequest(step.Share.Fraction, step.Bake.TotalMinutes, step.Gate, step.MinimumRequests))],
        SoakMinutes = plan.Soak.TotalMinutes,
        ErrorRateLimit = Rule<GuardrailRule.ErrorRateLimit>(plan)?.Limit.Fraction,
        LatencyP99LimitMs = Rule<GuardrailRule.LatencyLimit>(plan)?.Limit.TotalMilliseconds,
        ErrorRatioLimit = Rule<GuardrailRule.ErrorRateAgainstChampion>(plan)?.Ratio ?? 0,
        MinimumRequests = plan.Guardrails.Count > 0 ? plan.Guardrails[0].MinimumRequests : null,
        GuardTest = plan.FalseRollbackBudget is null ? null : "sequential",
        FalseRollbackBudget = plan.FalseRollbackBudget?.Fraction,
        FailedLooks = plan.Guardrails.Count > 0 ? plan.Guardrails[0].FailedLooks : null,
        Looks = plan.Guardrails.Count > 0 ? plan.Guardrails[0].Looks : null,
        HoldLimitMinutes = plan.HoldLimit.TotalMinutes,
        AutoRollback = plan.AutoRollback,
        ApprovalRequired = plan.ApprovalRequired,
        InstanceType = plan.Challenger.InstanceType,
        InstanceCount = plan.Challenger.InstanceCount,
        SmokePayload = plan.Managed is null ? plan.SmokeTest.Payload : null,
        SmokeContentType = plan.SmokeTest.ContentType,
        Managed = plan.Managed is { } managed ? ManagedPlan.Request(managed) : null,
        Scaling = PlanScaling.Request(plan.Surroundings?.Scaling),
        Capture = PlanCapture.Request(plan.Surroundings?.Capture),
        Alarms = PlanAlarms.Request(plan.Surroundings?.Alarms),
        Tags = plan.Surroundings?.Tags,
    };

    private static TRule? Rule<TRule>(RolloutPlan plan)
        where TRule : GuardrailRule => plan.Guardrails.Select(guardrail => guardrail.Rule).OfType<TRule>().FirstOrDefault();
}
