using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Managed;

/// <summary>Old and new fleet as two lines: apart while SageMaker tells them apart, and before and after by who served alone.</summary>
internal static class ManagedCharts
{
    public static (VariantHistory? Champion, VariantHistory? Challenger) Sides(RolloutSnapshot rollout, EndpointSnapshot endpoint)
    {
        var state = rollout.State;
        var whole = endpoint.History(state.Plan.ChampionVariant);
        if (whole is null || state.Managed?.RequestedAt is not { } requested)
        {
            return (whole, null);
        }

        var old = endpoint.Fleet(state.Plan.ChampionVariant, state.Plan.Managed!.OldConfig)?.Windows ?? [];
        var next = state.Managed.ConfigName is { } config ? endpoint.Fleet(state.Plan.Challenger.VariantName, config)?.Windows ?? [] : [];
        var apart = old.Concat(next).Select(window => window.Start).ToHashSet();
        var deployed = rollout.Events.Where(recorded => recorded.Event is RolloutEvent.ManagedEvent.DeploymentConfirmed).Select(recorded => (DateTimeOffset?)recorded.At).FirstOrDefault();
        var alone = whole.Windows.Where(window => !apart.Contains(window.Start)).ToList();
        return (
            whole with { Windows = Joined(alone.Where(window => deployed is null || window.Start < requested), old) },
            whole with { Windows = Joined(alone.Where(window => window.Start >= deployed), next) });
    }

    private static List<MetricWindow> Joined(IEnumerable<MetricWindow> alone, IReadOnlyList<MetricWindow> apart) => [.. alone.Concat(apart).OrderBy(window => window.Start)];
}
