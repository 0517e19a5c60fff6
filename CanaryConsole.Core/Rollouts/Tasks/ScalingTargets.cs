using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>How all scaling of an endpoint is to stand at each point of a rollout. Pure.</summary>
internal static class ScalingTargets
{
    /// <summary>
    /// While the rollout runs nothing scales. A variant whose instance type the rollout changes has no scaling at all meanwhile: SageMaker refuses to
    /// change the type of one that has; it is registered again, with its policies, once the change is over.
    /// </summary>
    public static IReadOnlyList<VariantScaling> AtRest(RolloutPlan plan, EndpointPicture before) =>
        [.. before.Scaling.Where(one => !ChangesType(plan, before.Variant(one.Variant))).Select(one => one.AtRest())];

    /// <summary>The champion's ends before its variant is taken away.</summary>
    public static IReadOnlyList<VariantScaling> Released(RolloutPlan plan, EndpointPicture before) =>
        [.. AtRest(plan, before).Where(one => one.Variant != plan.ChampionVariant)];

    /// <summary>The challenger scales as planned, or as the champion did; the others, and a champion that is kept, as before.</summary>
    public static IReadOnlyList<VariantScaling> Moved(RolloutPlan plan, EndpointPicture before, IScalingControl scaling)
    {
        var kept = plan.Surroundings is { KeepChampion: true } ? before.Scaling : [.. before.Scaling.Where(one => one.Variant != plan.ChampionVariant)];
        var others = kept.Where(one => one.Variant != plan.Challenger.VariantName);
        if (plan.Surroundings?.Scaling is { } planned)
        {
            return [.. others, scaling.Tracking(plan.Endpoint, plan.Challenger.VariantName, planned)];
        }

        return before.ScalingOf(plan.ChampionVariant) is { } champions
            ? [.. others, scaling.MovedTo(champions, plan.Challenger.VariantName)]
            : kept;
    }

    private static bool ChangesType(RolloutPlan plan, VariantDescription? variant) =>
        variant is not null && variant.Name == plan.Challenger.VariantName && variant.InstanceType != plan.Challenger.InstanceType;
}
