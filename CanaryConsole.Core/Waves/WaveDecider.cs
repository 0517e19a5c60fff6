using System.Diagnostics;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Waves;

/// <summary>State and input in, events or a refusal out. Pure. One look brings one change of mind; the next look goes on from there.</summary>
internal static class WaveDecider
{
    public static WaveDecision Decide(WaveState state, WaveInput input) => input switch
    {
        WaveInput.Look look => Look(state, look),
        WaveInput.ReportBegun begun => IsStarting(state, begun.Member)
            ? WaveDecision.Of(new WaveEvent.RolloutBegun(begun.Member.Stage, begun.Member.Endpoint, begun.Rollout))
            : WaveDecision.Nothing,
        WaveInput.ReportRefused refused => IsStarting(state, refused.Member)
            ? WaveDecision.Of(new WaveEvent.RolloutFailed(refused.Member.Stage, refused.Member.Endpoint, null, refused.Reason))
            : WaveDecision.Nothing,
        WaveInput.Approve approve => state.Phase is WavePhase.AtGate
            ? WaveDecision.Of(new WaveEvent.StageApproved(state.Stage, approve.Comment), new WaveEvent.StageStarted(state.Stage))
            : Refuse(state, "be approved", "no stage waits for approval"),
        WaveInput.Resume resume => state.Phase is WavePhase.Halted
            ? WaveDecision.Of(new WaveEvent.WaveResumed(resume.LeaveOut, resume.Comment))
            : Refuse(state, "go on", "it is not halted"),
        WaveInput.Stop stop => state.IsFinished
            ? Refuse(state, "be stopped", "it has ended")
            : WaveDecision.Of(new WaveEvent.WaveStopped(stop.Reason)),
        _ => throw new UnreachableException(),
    };

    private static WaveDecision Look(WaveState state, WaveInput.Look look)
    {
        if (!state.IsFinished && Ends(state, look.Rollouts) is { Count: > 0 } ends)
        {
            return WaveDecision.Of(ends);
        }

        return state.Phase switch
        {
            WavePhase.Waiting when look.At >= state.WaitUntil => WaveDecision.Of(
                state.CurrentStage.Gate ? new WaveEvent.GateReached(state.Stage) : new WaveEvent.StageStarted(state.Stage)),
            WavePhase.Running => Run(state, look.At),
            // Nothing happens here: these wait for time, for a person, or for nobody.
            WavePhase.Waiting or WavePhase.AtGate or WavePhase.Halted or WavePhase.Completed or WavePhase.Stopped => WaveDecision.Nothing,
        };
    }

    /// <summary>What became of the rollouts of this stage. One that failed and completed after all, by a person's hand, has completed.</summary>
    private static List<WaveEvent> Ends(WaveState state, IReadOnlyDictionary<RolloutId, RolloutState> rollouts)
    {
        var ends = new List<WaveEvent>();
        foreach (var member in state.Current)
        {
            if (member.Rollout is not { } id || !rollouts.TryGetValue(id, out var rollout))
            {
                continue;
            }

            switch (member.Status, rollout.Phase)
            {
                case (WaveMemberStatus.Running or WaveMemberStatus.Failed, RolloutPhase.Completed):
                    ends.Add(new WaveEvent.RolloutEnded(member.Stage, member.Endpoint, id));
                    break;
                case (WaveMemberStatus.Running, RolloutPhase.RolledBack or RolloutPhase.Cancelled or RolloutPhase.Blocked):
                    ends.Add(new WaveEvent.RolloutFailed(member.Stage, member.Endpoint, id, $"rollout {id} is {rollout.Phase}: {rollout.Reason ?? "no reason was given"}"));
                    break;
            }
        }

        return ends;
    }

    private static WaveDecision Run(WaveState state, DateTimeOffset at)
    {
        if (state.Current.FirstOrDefault(member => member.Status is WaveMemberStatus.Failed) is { } failed)
        {
            return WaveDecision.Of(new WaveEvent.WaveHalted($"{failed.Endpoint} did not complete: {failed.Problem}"));
        }

        if (state.Current.All(member => member.Status is WaveMemberStatus.Completed or WaveMemberStatus.LeftOut))
        {
            return WaveDecision.Of(Next(state, at));
        }

        return WaveDecision.Of(
            [.. state.Current
                .Where(member => member.Status is WaveMemberStatus.Ahead)
                .Select(member => new WaveEvent.RolloutRequested(member.Stage, member.Endpoint, member.Attempt + 1))]);
    }

    private static WaveEvent Next(WaveState state, DateTimeOffset at)
    {
        var next = state.Stage + 1;
        return next < state.Plan.Stages.Count
            ? new WaveEvent.WaitStarted(next, at + state.Plan.Stages[next].Wait)
            : new WaveEvent.WaveCompleted();
    }

    private static bool IsStarting(WaveState state, WaveMember reported) => state.Members.Any(member =>
        member.Status is WaveMemberStatus.Starting && member.Stage == reported.Stage && member.Endpoint == reported.Endpoint && member.Attempt == reported.Attempt);

    private static WaveDecision.Refused Refuse(WaveState state, string what, string why) =>
        new($"Wave {state.Id} cannot {what} while {state.Phase}: {why}.");
}
