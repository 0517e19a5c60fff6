using System.Diagnostics;

namespace CanaryConsole.Core.Waves;

/// <summary>Folds a wave's events into its state. Pure.</summary>
internal static class WaveEvolution
{
    /// <exception cref="InvalidOperationException">The stream is empty or does not start with its plan.</exception>
    public static WaveState Fold(IEnumerable<RecordedWaveEvent> events) =>
        events.Aggregate((WaveState?)null, Evolve) ?? throw new InvalidOperationException("A wave's stream has at least one event.");

    public static WaveState Evolve(WaveState? state, RecordedWaveEvent recorded) => (state, recorded.Event) switch
    {
        (null, WaveEvent.WavePlanned planned) => Begin(planned, recorded),
        (null, _) => throw new InvalidOperationException($"A wave's stream starts with its plan, not with {recorded.Event.GetType().Name}."),
        ({ } known, _) => Apply(known, recorded.Event, recorded.At) with { Version = recorded.Version },
    };

    // The first stage is come to like every other: by waiting for it, here for no time.
    private static WaveState Begin(WaveEvent.WavePlanned planned, RecordedWaveEvent recorded) => new(
        planned.Id,
        planned.Plan,
        recorded.Version,
        WavePhase.Waiting,
        PhaseSince: recorded.At,
        Stage: 0,
        [.. planned.Plan.Stages.SelectMany((stage, index) => stage.Endpoints.Select(endpoint => new WaveMember(index, endpoint, WaveMemberStatus.Ahead)))],
        WaitUntil: recorded.At,
        Reason: null,
        StartedAt: recorded.At,
        StartedBy: recorded.Actor,
        FinishedAt: null);

    private static WaveState Apply(WaveState state, WaveEvent happened, DateTimeOffset at) => happened switch
    {
        WaveEvent.WavePlanned => throw new InvalidOperationException("A wave is planned once."),
        WaveEvent.WaitStarted wait => Enter(state, WavePhase.Waiting, at) with { Stage = wait.Stage, WaitUntil = wait.Until },
        WaveEvent.GateReached gate => Enter(state, WavePhase.AtGate, at) with { Stage = gate.Stage },
        WaveEvent.StageApproved => state,
        WaveEvent.StageStarted stage => Enter(state, WavePhase.Running, at) with { Stage = stage.Stage },
        WaveEvent.RolloutRequested requested => Change(state, requested.Stage, requested.Endpoint, member =>
            member with { Status = WaveMemberStatus.Starting, Attempt = requested.Attempt, Rollout = null, Problem = null }),
        WaveEvent.RolloutBegun begun => Change(state, begun.Stage, begun.Endpoint, member => member with { Status = WaveMemberStatus.Running, Rollout = begun.Rollout }),
        WaveEvent.RolloutEnded ended => Change(state, ended.Stage, ended.Endpoint, member => member with { Status = WaveMemberStatus.Completed, Problem = null }),
        WaveEvent.RolloutFailed failed => Change(state, failed.Stage, failed.Endpoint, member => member with { Status = WaveMemberStatus.Failed, Problem = failed.Reason }),
        WaveEvent.WaveHalted halted => Enter(state, WavePhase.Halted, at) with { Reason = halted.Reason },
        WaveEvent.WaveResumed resumed => Enter(state, WavePhase.Running, at) with { Members = [.. state.Members.Select(member => Resume(member, resumed.LeaveOut))] },
        WaveEvent.WaveStopped stopped => Enter(state, WavePhase.Stopped, at) with { Reason = stopped.Reason, FinishedAt = at },
        WaveEvent.WaveCompleted => Enter(state, WavePhase.Completed, at) with { FinishedAt = at },
        _ => throw new UnreachableException(),
    };

    private static WaveState Enter(WaveState state, WavePhase phase, DateTimeOffset at) =>
        state with { Phase = phase, PhaseSince = at, WaitUntil = null, Reason = null };

    private static WaveState Change(WaveState state, int stage, string endpoint, Func<WaveMember, WaveMember> change) =>
        state with { Members = [.. state.Members.Select(member => member.Stage == stage && member.Endpoint == endpoint ? change(member) : member)] };

    private static WaveMember Resume(WaveMember member, bool leaveOut) => member.Status is WaveMemberStatus.Failed
        ? member with { Status = leaveOut ? WaveMemberStatus.LeftOut : WaveMemberStatus.Ahead }
        : member;
}
