using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Brings the scaling of an endpoint's variants to what the rollout wants of it, and reads it back. Level-triggered: each task says how all of it is to stand.</summary>
internal sealed class ScalingWork(IEndpointControl endpoints, IScalingControl scaling) : ITaskWork
{
    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) => (task, state.Before) switch
    {
        (RolloutTask.SuspendScaling, { } before) => ReachAsync(state, before, ScalingTargets.AtRest(state.Plan, before), "at rest", cancellationToken),
        (RolloutTask.ReleaseScaling, { } before) => ReachAsync(state, before, ScalingTargets.Released(state.Plan, before), "at rest", cancellationToken),
        (RolloutTask.MoveScaling, { } before) => ReachAsync(state, before, ScalingTargets.Moved(state.Plan, before, scaling), state.Plan.Surroundings?.Scaling is null ? "as the champion's was" : "as planned", cancellationToken),
        (RolloutTask.RestoreScaling, { } before) => ReachAsync(state, before, before.Scaling, "as before", cancellationToken),
        _ => null,
    };

    private async Task<TaskOutcome> ReachAsync(
        RolloutState state, EndpointPicture before, IReadOnlyList<VariantScaling> wanted, string how, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.DescribeAsync(state.Plan.Endpoint, cancellationToken).ConfigureAwait(false);
        List<string> names = [.. endpoint.Variants.Select(variant => variant.Name), .. before.Variants.Select(variant => variant.Name), state.Plan.Challenger.VariantName];
        names = [.. names.Distinct()];
        var reachable = wanted.Where(one => endpoint.Variant(one.Variant) is not null).ToList();
        foreach (var surplus in (await scaling.ReadAsync(endpoint.Name, names, cancellationToken).ConfigureAwait(false)).Where(one => reachable.TrueForAll(other => other.Variant != one.Variant)))
        {
            await scaling.RemoveAsync(endpoint.Name, surplus.Variant, cancellationToken).ConfigureAwait(false);
        }

        foreach (var one in reachable)
        {
            await scaling.PutAsync(endpoint.Name, one, cancellationToken).ConfigureAwait(false);
        }

        var standing = await scaling.ReadAsync(endpoint.Name, names, cancellationToken).ConfigureAwait(false);
        var differing = reachable.Find(one => !one.IsSameAs(standing.FirstOrDefault(other => other.Variant == one.Variant)));
        return differing is null && standing.Count == reachable.Count
            ? new TaskOutcome(Note(reachable, wanted, how), LookStands: false)
            : throw new CloudException(CloudFailure.Unavailable, $"The scaling of {differing?.Variant ?? "a variant"} on {endpoint.Name} was asked for, but does not read back so.");
    }

    private static string Note(List<VariantScaling> reached, IReadOnlyList<VariantScaling> wanted, string how) => (reached.Count, wanted.Count - reached.Count) switch
    {
        (0, 0) => "no variant scales",
        (0, _) => "the variants that scaled are gone",
        (_, 0) => $"{string.Join(", ", reached.Select(one => one.Variant))}: {how}",
        _ => $"{string.Join(", ", reached.Select(one => one.Variant))}: {how}; the others are gone",
    };
}
