using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The way back to our configuration: asked for until it is read back, or given up with the reason.</summary>
internal static class DivergenceRestoring
{
    public static Decision Observe(RolloutState state, ConfigRestoration restoration, RolloutInput.Observe observed)
    {
        var wanted = state.Divergence!.Found.Expected.ConfigName;
        if (observed.Endpoint is not { Status: EndpointStatus.InService } endpoint)
        {
            return observed.At - restoration.OrderedAt > RolloutDefaults.PreparationOverdue && !state.Paged
                ? Decision.Of(new RolloutEvent.AttentionRequested(
                    $"bringing back configuration {wanted} takes longer than {RolloutDefaults.PreparationOverdue.TotalMinutes:0} minutes; the endpoint is {observed.Endpoint?.Status.ToString() ?? "unreachable"}"))
                : Decision.Nothing;
        }

        if (string.Equals(endpoint.ConfigName, wanted, StringComparison.Ordinal))
        {
            var left = DivergenceFinding.Structure(state, EndpointSight.Of(endpoint));
            return left.Count == 0
                ? Decision.Of(new RolloutEvent.DivergenceEvent.ConfigRestored(wanted))
                : Failed($"configuration {wanted} is back, and {string.Join("; ", left)}");
        }

        return (restoration.RequestedAt is { } asked && observed.At - asked < RolloutDefaults.VariantRetryAfter, restoration.Requests) switch
        {
            (true, _) => Decision.Nothing,
            (_, >= RolloutDefaults.VariantAttempts) => Failed($"endpoint {endpoint.Name} came back in service without configuration {wanted} after {restoration.Requests} requests"),
            var (_, requests) => Decision.Of(new RolloutEvent.DivergenceEvent.ConfigRestoreRequested(requests + 1, wanted)),
        };
    }

    /// <summary>A person is called, and may order it again.</summary>
    public static Decision Failed(string reason) => Decision.Of(
        new RolloutEvent.DivergenceEvent.RestoreFailed(reason),
        new RolloutEvent.AttentionRequested($"the configuration could not be brought back: {reason}"));
}
