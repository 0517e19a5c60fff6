using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Costs;

/// <summary>What a rollout under way costs beyond the endpoint without it.</summary>
/// <param name="SpentUsd">Since its first instance was asked for; 0 before, null where a price is not known.</param>
/// <param name="AheadUsd">What the rest of the plan adds if nothing holds it.</param>
/// <param name="UsdPerHour">Now.</param>
public sealed record RolloutCost(PlanCost Plan, decimal? SpentUsd, decimal? AheadUsd, decimal? UsdPerHour)
{
    public decimal? InAllUsd => SpentUsd + AheadUsd;

    /// <summary>Null once it has ended, or when the champion it was planned beside is no longer there.</summary>
    /// <param name="events">The rollout's stream, ascending.</param>
    public static RolloutCost? Of(
        RolloutState state, IReadOnlyList<RecordedRolloutEvent> events, EndpointDescription endpoint, IPriceTable prices, MonitoringOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(endpoint);
        if (state.IsFinished || endpoint.Variant(state.Plan.ChampionVariant) is null)
        {
            return null;
        }

        var plan = PlanCost.Of(state.Plan, endpoint, prices, options);
        var entries = Entries(events);
        decimal? spent = 0;
        for (var index = 0; index < entries.Count; index++)
        {
            var until = index + 1 < entries.Count ? entries[index + 1].At : now;
            spent += Rate(plan, entries[index].Stage) * Money.Hours(until > entries[index].At ? until - entries[index].At : TimeSpan.Zero);
        }

        CostStage? current = entries.Count > 0 ? entries[^1].Stage : null;
        return new RolloutCost(plan, spent, Ahead(plan, state, current, now, entries.Count > 0 ? entries[^1].At : now), current is null ? 0 : Rate(plan, current));
    }

    /// <summary>When what costs changed: an update was asked for, came to its end, or the champion was lowered for the soak.</summary>
    private static List<(CostStage Stage, DateTimeOffset At)> Entries(IReadOnlyList<RecordedRolloutEvent> events)
    {
        var entries = new List<(CostStage Stage, DateTimeOffset At)>();
        var shadowed = false;
        foreach (var recorded in events)
        {
            CostStage? entered = recorded.Event switch
            {
                RolloutEvent.ShadowEvent.ShadowRequested => CostStage.Preparation,
                RolloutEvent.ShadowEvent.ShadowReady => CostStage.Shadow,
                RolloutEvent.VariantRequested => shadowed ? CostStage.Handover : CostStage.Preparation,
                RolloutEvent.VariantReady => CostStage.Step,
                RolloutEvent.ManagedEvent.DeploymentRequested => CostStage.Deployment,
                RolloutEvent.SoakStarted => CostStage.Soak,
                RolloutEvent.TaskEvent.TaskStarted { Task: RolloutTask.RemoveChampion } => CostStage.Removal,
                _ => null,
            };
            shadowed |= entered is CostStage.Shadow;
            if (entered is { } stage && (entries.Count == 0 || entries[^1].Stage != stage))
            {
                entries.Add((stage, recorded.At));
            }
        }

        return entries;
    }

    private static decimal? Rate(PlanCost plan, CostStage? stage) => (plan.Stages.FirstOrDefault(one => one.Stage == stage) ?? plan.Stages.First(one => one.Stage is CostStage.Soak)).ExtraUsdPerHour;

    /// <summary>The stages after the present one, and what is left of it. A way back has nothing ahead that was planned.</summary>
    private static decimal? Ahead(PlanCost plan, RolloutState state, CostStage? current, DateTimeOffset now, DateTimeOffset since)
    {
        if (state.IsOnTheWayBack || state is { Phase: RolloutPhase.Restoring, Ending: not RolloutPhase.Completed })
        {
            return 0;
        }

        var present = Present(plan, state, current);
        if (present < 0)
        {
            return plan.ExtraUsd;
        }

        var stage = plan.Stages[present];
        var ends = state.BakeEnds ?? (stage.Stage is CostStage.Step ? now : since) + stage.For;
        return Money.Sum(plan.Stages.Skip(present + 1).Select(one => one.ExtraUsd).Append(stage.ExtraUsdPerHour * Money.Hours(ends > now ? ends - now : TimeSpan.Zero)));
    }

    /// <summary>-1 before anything costs.</summary>
    private static int Present(PlanCost plan, RolloutState state, CostStage? current)
    {
        var stages = plan.Stages;
        for (var index = 0; index < stages.Count; index++)
        {
            if (current is CostStage.Step ? stages[index].Step == Math.Max(0, state.Step) || stages[index].Stage is CostStage.Soak : stages[index].Stage == current)
            {
                return index;
            }
        }

        return -1;
    }
}
