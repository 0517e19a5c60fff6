using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

public enum NodeState
{
    Ahead,
    Now,
    Done,
    Failed,
}

/// <summary>One station of the timeline.</summary>
/// <param name="EndsAt">Counted down beside the name; null when nothing is counted.</param>
public sealed record TimelineNode(string Name, string Detail, NodeState State, DateTimeOffset? EndsAt = null);

/// <summary>The plan as stations, and how far the rollout has come. After a rollback the way not taken is left out.</summary>
internal static class RolloutTimeline
{
    private enum Stop
    {
        Approval,
        Prepare,
        Shadow,
        SmokeTest,
        Deploy,
        Step,
        Gate,
        Promotion,
        Soak,
    }

    private sealed record Station(Stop Stop, int Step, string Name, string Detail);

    public static IReadOnlyList<TimelineNode> Of(RolloutState state, IReadOnlyList<RecordedRolloutEvent> events)
    {
        var stations = Stations(state, events);
        var here = Here(stations, state, events);
        var turned = HasTurned(state);
        var nodes = stations.Take(turned ? here + 1 : stations.Count).Select((station, index) => Node(station, index, here, state)).ToList();
        if (turned)
        {
            nodes.Add(End(state));
        }

        if (Restoration(state, events) is { } restoration)
        {
            nodes.Add(restoration);
        }

        return nodes;
    }

    /// <summary>The way up was left: everything after that station was never taken.</summary>
    private static bool HasTurned(RolloutState state) => (state.Phase is RolloutPhase.Restoring ? state.Ending : state.Phase)
        is RolloutPhase.RollingBack or RolloutPhase.RolledBack or RolloutPhase.Cancelled;

    private static TimelineNode Node(Station station, int index, int here, RolloutState state)
    {
        if (index < here || (state.Phase is RolloutPhase.Completed or RolloutPhase.Restoring && !HasTurned(state)))
        {
            return new(station.Name, station.Detail, NodeState.Done);
        }

        if (index > here)
        {
            return new(station.Name, station.Detail, NodeState.Ahead);
        }

        // A share moved by hand is what the step holds now.
        var name = station.Stop is Stop.Step && !state.IsFinished && state.ChallengerShare > Percentage.Zero ? state.ChallengerShare.ToString() : station.Name;
        return state.Phase switch
        {
            RolloutPhase.RollingBack or RolloutPhase.RolledBack or RolloutPhase.Cancelled or RolloutPhase.Restoring => new(name, "stopped here", NodeState.Failed),
            RolloutPhase.Blocked => new(name, "blocked", NodeState.Failed),
            RolloutPhase.Paused => new(name, state.Divergence is null ? "paused" : "diverged", NodeState.Now),
            RolloutPhase.Baking or RolloutPhase.Soaking => new(name, "setting…", NodeState.Now, state.BakeEnds),
            RolloutPhase.Promoting => new(name, "setting…", NodeState.Now),
            RolloutPhase.AtGate or RolloutPhase.AwaitingApproval => new(name, "needs you", NodeState.Now),
            RolloutPhase.Planned or RolloutPhase.Preparing or RolloutPhase.SmokeTesting or RolloutPhase.Shadowing or RolloutPhase.Deploying => new(name, "under way", NodeState.Now, state.BakeEnds),
            RolloutPhase.Completed => new(name, station.Detail, NodeState.Done),
        };
    }

    private static string Baked(RolloutStep step) => step.MinimumRequests is { } requests
        ? $"{DurationText.Span(step.Bake)}, {CountText.Of(requests, "request", "requests")}"
        : DurationText.Span(step.Bake);

    private static TimelineNode End(RolloutState state) => (state.Phase is RolloutPhase.Restoring ? state.Ending : state.Phase) switch
    {
        RolloutPhase.RollingBack => new("Rolling back", "to 0 %", NodeState.Now),
        RolloutPhase.RolledBack => new("Rolled back", "at 0 %", NodeState.Failed),
        _ => new("Cancelled", "no traffic moved", NodeState.Failed),
    };

    /// <summary>Only where there was something to put back.</summary>
    private static TimelineNode? Restoration(RolloutState state, IReadOnlyList<RecordedRolloutEvent> events)
    {
        var started = events.LastOrDefault(recorded => recorded.Event is RolloutEvent.TaskEvent.RestorationStarted);
        return (state.Phase, started) switch
        {
            (RolloutPhase.Restoring, _) => new("Restore", "putting back", NodeState.Now),
            (_, { } since) when state.FinishedAt is { } end => new("Restore", DurationText.Span(end - since.At), NodeState.Done),
            _ => null,
        };
    }

    private static List<Station> Stations(RolloutState state, IReadOnlyList<RecordedRolloutEvent> events)
    {
        var plan = state.Plan;
        var stations = new List<Station>();
        if (plan.ApprovalRequired)
        {
            stations.Add(new(Stop.Approval, -1, "Approval", "approve"));
        }

        stations.Add(new(Stop.Prepare, -1, "Prepare", Preparation(plan, events)));
        if (plan.Shadow is not null || state.Phase is RolloutPhase.Shadowing || events.Any(recorded => recorded.Event is RolloutEvent.ShadowEvent))
        {
            stations.Add(new(Stop.Shadow, -1, "Shadow", plan.Shadow is { } stage ? DurationText.Span(stage.Duration) : "copies only"));
        }

        if (plan.Shadow is { Gate: true })
        {
            stations.Add(new(Stop.Gate, -1, "Gate", "approve"));
        }

        if (plan.Managed is not null || state.Phase is RolloutPhase.Deploying || events.Any(recorded => recorded.Event is RolloutEvent.ManagedEvent))
        {
            stations.Add(new(Stop.Deploy, -1, "Deploy", "by SageMaker"));
            stations.Add(new(Stop.Soak, plan.Steps.Count, "Soak", DurationText.Span(plan.Soak)));
            return stations;
        }

        stations.Add(new(Stop.SmokeTest, -1, "Smoke test", SmokeTest(plan, events)));
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            stations.Add(new(Stop.Step, step, plan.Steps[step].Share.ToString(), Baked(plan.Steps[step])));
            if (plan.Steps[step].Gate)
            {
                stations.Add(new(Stop.Gate, step, "Gate", "approve"));
            }
        }

        stations.Add(new(Stop.Promotion, plan.Steps.Count, "100 %", ""));
        stations.Add(new(Stop.Soak, plan.Steps.Count, "Soak", DurationText.Span(plan.Soak)));
        return stations;
    }

    /// <summary>By what happened rather than by the phase, so that it also says where a rollout was paused, blocked or turned back.</summary>
    private static int Here(List<Station> stations, RolloutState state, IReadOnlyList<RecordedRolloutEvent> events)
    {
        var stop = state.Phase switch
        {
            RolloutPhase.Completed or RolloutPhase.Soaking => Stop.Soak,
            RolloutPhase.AtGate => Stop.Gate,
            RolloutPhase.SmokeTesting => Stop.SmokeTest,
            RolloutPhase.Shadowing => Stop.Shadow,
            RolloutPhase.Deploying => Stop.Deploy,
            _ when events.Any(recorded => recorded.Event is RolloutEvent.SoakStarted) => Stop.Soak,
            _ when events.Any(recorded => recorded.Event is RolloutEvent.ManagedEvent) => Stop.Deploy,
            _ when state.Step >= state.Plan.Steps.Count => Stop.Promotion,
            _ when state.Step >= 0 => AtGate(state, events) ? Stop.Gate : Stop.Step,
            _ when events.Any(recorded => recorded.Event is RolloutEvent.VariantReady) => Stop.SmokeTest,
            _ when events.Any(recorded => recorded.Event is RolloutEvent.ShadowEvent.ShadowReady) => Stop.Shadow,
            _ when state.Plan.ApprovalRequired && !events.Any(recorded => recorded.Event is RolloutEvent.PreparationStarted) => Stop.Approval,
            _ => Stop.Prepare,
        };
        var found = stations.FindIndex(station => station.Stop == stop && (stop is not (Stop.Step or Stop.Gate) || station.Step == state.Step));
        return found >= 0 ? found : 0;
    }

    private static bool AtGate(RolloutState state, IReadOnlyList<RecordedRolloutEvent> events) =>
        state.CurrentStep is { Gate: true } && events.Any(recorded => recorded.Event is RolloutEvent.GateReached gate && gate.Step == state.Step);

    private static string Preparation(RolloutPlan plan, IReadOnlyList<RecordedRolloutEvent> events)
    {
        var start = events.FirstOrDefault(recorded => recorded.Event is RolloutEvent.PreparationStarted);
        var end = events.FirstOrDefault(recorded => recorded.Event is RolloutEvent.VariantReady or RolloutEvent.ManagedEvent.DeploymentRequested);
        return start is not null && end is not null ? DurationText.Span(end.At - start.At) : plan.Managed is null ? "at weight 0" : "alarms first";
    }

    private static string SmokeTest(RolloutPlan plan, IReadOnlyList<RecordedRolloutEvent> events) =>
        events.Select(recorded => recorded.Event).OfType<RolloutEvent.SmokeTestPassed>().FirstOrDefault() is { } passed
            ? $"{passed.Result.Passed} of {passed.Result.Requests}"
            : CountText.Of(plan.AllSmokeTests.Sum(test => test.Requests), "request", "requests");
}
