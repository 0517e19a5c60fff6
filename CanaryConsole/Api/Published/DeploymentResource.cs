using System.Text.Json;
using System.Text.Json.Serialization;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api.Published;

/// <summary>A rollout in the published contract's words.</summary>
/// <param name="Status">The rollout's phase, as in "BAKING", "ROLLING_BACK", "COMPLETED".</param>
/// <param name="Weights">What each variant is to have, by variant name; the endpoint shows it once <paramref name="WeightsConfirmedAt"/> is there.</param>
internal sealed record DeploymentResource(
    [property: JsonPropertyName("deployment_id")] string DeploymentId,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("endpoint_name")] string EndpointName,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("current_variant")] DeployedVariant CurrentVariant,
    [property: JsonPropertyName("canary_variant")] DeployedVariant CanaryVariant,
    [property: JsonPropertyName("weights")] IReadOnlyDictionary<string, double> Weights,
    [property: JsonPropertyName("weights_confirmed_at")] DateTimeOffset? WeightsConfirmedAt,
    [property: JsonPropertyName("auto_rollback_enabled")] bool AutoRollbackEnabled,
    [property: JsonPropertyName("latency_threshold_ms")] double? LatencyThresholdMs,
    [property: JsonPropertyName("error_rate_threshold")] double? ErrorRateThreshold,
    [property: JsonPropertyName("rollback_reason")] string? RollbackReason,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("updated_at")] DateTimeOffset UpdatedAt,
    [property: JsonPropertyName("completed_at")] DateTimeOffset? CompletedAt)
{
    public static DeploymentResource Of(RolloutState state, string? message = null)
    {
        var plan = state.Plan;
        return new(
            state.Id.Value,
            StatusOf(state.Phase),
            plan.Endpoint,
            message ?? Told(state),
            new DeployedVariant(plan.ChampionVariant, null),
            new DeployedVariant(plan.Challenger.VariantName, plan.Challenger.ModelName),
            WeightsOf(state),
            state.WeightsConfirmedAt,
            plan.AutoRollback,
            plan.LatencyLimit?.TotalMilliseconds,
            plan.Guardrails.Select(guardrail => guardrail.Rule).OfType<GuardrailRule.ErrorRateLimit>().FirstOrDefault()?.Limit.Fraction,
            state.Phase is RolloutPhase.RollingBack or RolloutPhase.RolledBack ? state.Reason : null,
            state.PlannedAt,
            state.PhaseSince,
            state.FinishedAt);
    }

    public static IReadOnlyDictionary<string, double> WeightsOf(RolloutState state) => new Dictionary<string, double>
    {
        [state.Plan.ChampionVariant] = Math.Round(1 - state.ChallengerShare.Fraction, 6),
        [state.Plan.Challenger.VariantName] = state.ChallengerShare.Fraction,
    };

    public static string StatusOf(RolloutPhase phase) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(phase.ToString());

    private static string Told(RolloutState state) => state.Reason ?? $"{state.Plan.Challenger.ModelName} has {state.ChallengerShare} of {state.Plan.Endpoint}";
}

internal sealed record DeployedVariant(
    [property: JsonPropertyName("variant_name")] string VariantName,
    [property: JsonPropertyName("model_name")] string? ModelName);

internal sealed record DeploymentList([property: JsonPropertyName("deployments")] IReadOnlyList<DeploymentResource> Deployments);
