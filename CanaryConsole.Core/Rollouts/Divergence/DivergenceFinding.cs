using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What an endpoint in service shows, against what a rollout left there. Pure.</summary>
internal static class DivergenceFinding
{
    /// <summary>Null when nobody else has changed anything that matters to the rollout. Instance counts may move: they are not the rollout's to judge.</summary>
    public static Divergence? Find(RolloutState state, EndpointDescription endpoint)
    {
        var seen = EndpointSight.Of(endpoint);
        IReadOnlyList<string> differences = [.. Structure(state, seen), .. Shares(state, endpoint, seen)];
        return differences.Count > 0
            ? new Divergence(Expected(state), seen, differences, IsOtherConfig(state, seen), NotAdoptable(state, seen), NotRestorable(state, seen))
            : null;
    }

    /// <summary>Configuration, models and types: true whatever the weights are.</summary>
    public static List<string> Structure(RolloutState state, EndpointSight seen)
    {
        var plan = state.Plan;
        var differences = new List<string>();
        if (IsOtherConfig(state, seen))
        {
            differences.Add($"the endpoint runs on configuration {seen.ConfigName}, not {state.Pinned!.ConfigName}");
        }

        Exchanged(differences, "champion", plan.ChampionVariant, seen, state.Pinned?.Variant(plan.ChampionVariant)?.ModelName ?? plan.ChampionModel, null);
        Exchanged(differences, "challenger", plan.Challenger.VariantName, seen, plan.Challenger.ModelName, state.Pinned?.Variant(plan.Challenger.VariantName)?.InstanceType);
        return differences;
    }

    private static IEnumerable<string> Shares(RolloutState state, EndpointDescription endpoint, EndpointSight seen)
    {
        // Outstanding weights prove nothing: they are still on their way.
        if (state.WeightsConfirmedAt is null)
        {
            yield break;
        }

        if (!WeightDecisions.Shows(endpoint, state))
        {
            yield return $"the challenger has {seen.ShareOf(state.Plan.Challenger.VariantName)}, wanted {state.ChallengerShare}";
        }

        if (Third(state, seen) is { } third)
        {
            yield return $"variant {third.Name} also gets {seen.ShareOf(third.Name)} of the traffic";
        }
    }

    // A variant that is neither side of the rollout and has traffic.
    private static SeenVariant? Third(RolloutState state, EndpointSight seen) => seen.Variants.FirstOrDefault(variant =>
        variant.Weight > 0 && variant.Name != state.Plan.ChampionVariant && variant.Name != state.Plan.Challenger.VariantName);

    private static bool IsOtherConfig(RolloutState state, EndpointSight seen) =>
        state.Pinned is { } pinned && !string.Equals(pinned.ConfigName, seen.ConfigName, StringComparison.Ordinal);

    private static void Exchanged(List<string> differences, string side, string variant, EndpointSight seen, string? model, string? instanceType)
    {
        if (seen.Variant(variant) is not { } found)
        {
            differences.Add($"the {side}'s variant {variant} is gone");
            return;
        }

        if (IsOther(model, found.ModelName))
        {
            differences.Add($"the {side}'s model is {found.ModelName}, not {model}");
        }

        if (IsOther(instanceType, found.InstanceType))
        {
            differences.Add($"the {side} runs on {found.InstanceType}, not {instanceType}");
        }
    }

    // Empty is unknown, and what is unknown has not changed.
    private static bool IsOther(string? expected, string seen) => expected is { Length: > 0 } && seen.Length > 0 && !string.Equals(expected, seen, StringComparison.Ordinal);

    private static EndpointSight Expected(RolloutState state)
    {
        var plan = state.Plan;
        var share = state.ChallengerShare.Fraction;
        var champion = state.Pinned?.Variant(plan.ChampionVariant) ?? new SeenVariant(plan.ChampionVariant, plan.ChampionModel ?? "", "", 0, 0);
        var challenger = state.Pinned?.Variant(plan.Challenger.VariantName)
            ?? new SeenVariant(plan.Challenger.VariantName, plan.Challenger.ModelName, plan.Challenger.InstanceType, 0, plan.Challenger.InstanceCount);
        return new(state.Pinned?.ConfigName ?? "", [champion with { Weight = Math.Round(1 - share, 6) }, challenger with { Weight = share }]);
    }

    private static string? NotAdoptable(RolloutState state, EndpointSight seen)
    {
        var plan = state.Plan;
        var share = seen.ShareOf(plan.Challenger.VariantName);
        return (seen.Variant(plan.ChampionVariant), seen.Variant(plan.Challenger.VariantName)) switch
        {
            (null, _) => $"the champion's variant {plan.ChampionVariant} is gone; restore, or roll back to end the rollout",
            (_, null) => $"the challenger's variant {plan.Challenger.VariantName} is gone; restore, or roll back to end the rollout",
            (_, { } challenger) when IsOther(plan.Challenger.ModelName, challenger.ModelName) =>
                $"{challenger.Name} now runs {challenger.ModelName}, and this plan is for {plan.Challenger.ModelName}; restore, or roll back and start a rollout of that model",
            _ when Third(state, seen) is { } third => $"{third.Name} also has traffic, and a rollout moves it between two variants; restore, or set its weight to 0",
            _ when share == Percentage.Zero => "the challenger has no traffic; restore, or roll back to leave it so",
            _ when share == Percentage.Whole && state.ChallengerShare < Percentage.Whole => "the challenger has all traffic; restore, then promote it on its evidence",
            _ when share < Percentage.Whole && plan.Steps.Count == 0 => "the plan has no step that could hold a share; restore, or roll back",
            _ => null,
        };
    }

    private static string? NotRestorable(RolloutState state, EndpointSight seen) =>
        !IsOtherConfig(state, seen) && Structure(state, seen) is { Count: > 0 } other
            ? $"its configuration still has the name {seen.ConfigName} and another content ({string.Join("; ", other)}); roll back to end the rollout"
            : null;
}
