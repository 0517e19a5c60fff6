using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>What guardrails may look at while SageMaker exchanges one fleet for the next: both bear the same variant name, and only their configurations tell them apart. Pure.</summary>
internal static class ManagedAssessing
{
    /// <summary>The old fleet's last half hour before the deployment stands in for it where the two never shared traffic.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(30);

    /// <summary>The configurations whose fleets are read on their own; none outside a deployment.</summary>
    public static IReadOnlyList<string> Fleets(RolloutState? rollout) =>
        rollout is { IsFinished: false, Phase: RolloutPhase.Deploying, Plan.Managed.OldConfig: { } old, Managed.ConfigName: { } config } ? [old, config] : [];

    /// <summary>Since when windows matter; null in a plan by weights.</summary>
    public static DateTimeOffset? EvidenceFrom(RolloutState? rollout) => rollout is { Plan.Managed: not null, Managed.RequestedAt: { } requested } ? requested - Before : null;

    /// <summary>The champion's windows: beside the new fleet while both have traffic, else the last in which it had some.</summary>
    public static (VariantHistory Challenger, IReadOnlyList<MetricWindow> Champion, bool IsFrozen) Arms(RolloutState state, EndpointCell cell, DateTimeOffset since)
    {
        var variant = state.Plan.Challenger.VariantName;
        var stand = state.Managed!;
        var old = cell.Metrics.Of(FleetKey.Of(variant, state.Plan.Managed!.OldConfig)).Windows;
        var challenger = cell.Metrics.Of(FleetKey.Of(variant, stand.ConfigName));
        if (state.ChallengerShare < Percentage.Whole)
        {
            return (challenger, [.. old.Where(window => window.Start >= since)], false);
        }

        List<MetricWindow> shared = [.. old.Where(window => window.Start >= since && window.Requests > 0)];
        return (challenger, shared.Count > 0 ? shared : Alone(state, cell), true);
    }

    private static List<MetricWindow> Alone(RolloutState state, EndpointCell cell)
    {
        var until = state.Managed!.RequestedAt ?? state.PhaseSince;
        return [.. cell.Metrics.Of(state.Plan.ChampionVariant).Windows.Where(window => window.Start >= until - Before && window.End <= until)];
    }
}
