using System.Security.Cryptography;
using System.Text;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>
/// Level-triggered: compares what the state wants with what the endpoint shows, and names the difference as one action with absolute values.
/// A crash, a throttle or a lost reply heals at the next look. Pure.
/// </summary>
internal static class Reconciler
{
    private const int MaximumConfigName = 63;

    /// <summary>Null when there is nothing to do or nothing can be done now.</summary>
    public static RolloutAction? Next(RolloutState state, EndpointDescription? endpoint, DateTimeOffset at)
    {
        if (state.IsFinished)
        {
            return null;
        }

        if (TaskReconciler.Next(state, endpoint, at) is { } task)
        {
            return task;
        }

        return TaskReconciler.HoldsWeights(state, at) ? null : ManagedReconciler.Next(state, endpoint, at)
            ?? ShadowReconciler.Next(state, endpoint, at)
            ?? ProbeReconciler.Next(state, endpoint, at)
            ?? DivergenceReconciler.Next(state, endpoint, at)
            ?? (state.Plan.Managed is null ? ByWeights(state, endpoint, at) : null);
    }

    private static RolloutAction? ByWeights(RolloutState state, EndpointDescription? endpoint, DateTimeOffset at) => endpoint is not { Status: EndpointStatus.InService }
        ? null
        : state.Phase switch
        {
            // The intent is written for each attempt; only a fresh one is acted on, a stale one is followed by the next.
            RolloutPhase.Preparing when state.VariantRequestedAt == at => new RolloutAction.AddVariant(Addition(state, ConfigName(state.Id)) with { ReplacesShadow = state.Plan.Shadow is null ? null : ShadowStage.VariantName(state.Plan.Challenger) }),
            _ when WantsWeights(state) && !WeightDecisions.Shows(endpoint, state) => SetWeights(state, endpoint),
            _ => null,
        };

    /// <summary>What the console waits for, as a sentence; null when it waits for nothing outside itself.</summary>
    public static string? Waiting(RolloutState state, EndpointDescription? endpoint) => (state, endpoint) switch
    {
        ({ IsFinished: true }, _) => null,
        ({ Phase: RolloutPhase.SmokeTesting or RolloutPhase.Soaking }, _) when PlanHooks.Asked(state) is { } hook => $"Waiting for hook {hook.Name} to answer.",
        (_, null) => "Waiting for the endpoint to answer.",
        ({ Plan.Managed: not null }, _) => ManagedReconciler.Waiting(state, endpoint),
        ({ Phase: RolloutPhase.Preparing }, { Status: not EndpointStatus.InService }) =>
            $"Waiting for SageMaker to bring up {state.Plan.Challenger.VariantName}; the endpoint is {endpoint.Status}.",
        ({ Phase: RolloutPhase.Restoring }, { Status: not EndpointStatus.InService }) => $"Waiting for the endpoint to leave {endpoint.Status}; then the rest is put back.",
        ({ Phase: RolloutPhase.RollingBack }, _) when TaskReconciler.HoldsWeights(state, state.PhaseSince) =>
            $"Giving {state.Plan.ChampionVariant} its {state.PinnedInstances} instances back; the traffic follows.",
        ({ Divergence: { Restoration: not null } restored }, _) => $"Waiting for configuration {restored.Found.Expected.ConfigName} to come back; the endpoint is {endpoint.Status}.",
        (_, { Status: not EndpointStatus.InService }) when WantsWeights(state) => $"Waiting for the endpoint to leave {endpoint.Status}.",
        _ => null,
    };

    /// <summary>The same rollout always asks for the same configuration, so that asking twice makes one.</summary>
    /// <param name="purpose">Keeps the configurations of one rollout apart, as in "without-champion"; empty for the one with the challenger.</param>
    public static string ConfigName(RolloutId id, string purpose = "")
    {
        var ending = purpose.Length == 0 ? "" : $"-{purpose}";
        var name = $"cc-{id}{ending}";
        return name.Length <= MaximumConfigName
            ? name
            : $"{name[..(MaximumConfigName - 9 - ending.Length)].TrimEnd('-')}{ending}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)))[..8]}";
    }

    private static bool WantsWeights(RolloutState state) => state is { IntentAt: not null, WeightsConfirmedAt: null, Divergence: null, Phase: not RolloutPhase.Blocked };

    /// <summary>The challenger's variant at weight 0, or as a shadow.</summary>
    public static VariantAddition Addition(RolloutState state, string configName) => new(
        state.Plan.Endpoint,
        configName,
        state.Plan.Challenger.VariantName,
        state.Plan.Challenger.ModelName,
        state.Plan.Challenger.InstanceType,
        state.Plan.Challenger.InstanceCount,
        LineageTags.Made(state))
    {
        Capture = state.Plan.Surroundings?.Capture,
    };

    // A challenger that is not there has no weight to set; the champion alone then carries everything already.
    private static RolloutAction.SetWeights? SetWeights(RolloutState state, EndpointDescription endpoint) =>
        endpoint.Variant(state.Plan.Challenger.VariantName) is null || endpoint.Variant(state.Plan.ChampionVariant) is null
            ? null
            : new RolloutAction.SetWeights(endpoint.Name, [
                new VariantWeight(state.Plan.ChampionVariant, Math.Round(1 - state.ChallengerShare.Fraction, 6)),
                new VariantWeight(state.Plan.Challenger.VariantName, Math.Round(state.ChallengerShare.Fraction, 6)),
                // A weight given to a third variant meanwhile would keep the shares from ever being the wanted ones.
                .. endpoint.Variants
                    .Where(variant => variant.CurrentWeight > 0 && variant.Name != state.Plan.ChampionVariant && variant.Name != state.Plan.Challenger.VariantName)
                    .Select(variant => new VariantWeight(variant.Name, 0)),
            ]);
}
