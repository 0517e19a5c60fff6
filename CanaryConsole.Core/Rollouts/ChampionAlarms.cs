using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Alarms that the rollout which brought the champion made for it: they outlived that one and go with the variant.</summary>
internal sealed class ChampionAlarms(RolloutLedger ledger)
{
    /// <summary>The plan with their names, as far as the console remembers that rollout.</summary>
    public RolloutPlan Add(RolloutPlan plan) =>
        plan is { Managed: null, Surroundings: { KeepChampion: false } around } && Of(plan) is { Count: > 0 } names
            ? plan with { Surroundings = around with { ChampionAlarms = names } }
            : plan;

    private IReadOnlyList<string> Of(RolloutPlan plan) => ledger.All.FirstOrDefault(rollout =>
            rollout.State is { Phase: RolloutPhase.Completed, Plan: var done } && done.Endpoint == plan.Endpoint && done.Challenger.VariantName == plan.ChampionVariant) is { } brought
        ? [.. ChallengerAlarms.Of(brought.State.Id.Value, brought.State.Plan).Select(alarm => alarm.Name)]
        : [];
}
