using System.Text.Json;
using CanaryConsole.Core.Rollouts.Plans;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Api;

/// <summary>A wave as the API shows it.</summary>
/// <param name="Stage">Index of the stage that runs, or that is waited for.</param>
/// <param name="WaitUntil">When the waiting time before the stage is over; absent while none runs.</param>
/// <param name="Reason">Why it is halted or was stopped.</param>
/// <param name="Template">The template it goes by; absent when its plan was given.</param>
/// <param name="Plan">Only when one wave is asked for, like what follows: what each rollout asks for, without an endpoint.</param>
/// <param name="Events">Everything that happened, oldest first.</param>
internal sealed record WaveResource(
    WaveId Id,
    string Name,
    WavePhase Phase,
    DateTimeOffset PhaseSince,
    bool Finished,
    int Stage,
    IReadOnlyList<WaveStageResource> Stages,
    DateTimeOffset? WaitUntil,
    string? Reason,
    string? Template,
    DateTimeOffset StartedAt,
    string StartedBy,
    DateTimeOffset? FinishedAt,
    JsonElement? Plan = null,
    IReadOnlyList<WaveEventResource>? Events = null)
{
    public static WaveResource Line(WaveState state) => new(
        state.Id,
        state.Plan.Name,
        state.Phase,
        state.PhaseSince,
        state.IsFinished,
        state.Stage,
        [.. state.Plan.Stages.Select((stage, index) => new WaveStageResource(
            stage.Name, stage.Gate, stage.Wait.TotalMinutes, [.. state.Members.Where(member => member.Stage == index)]))],
        state.WaitUntil,
        state.Reason,
        state.Plan.Template,
        state.StartedAt,
        state.StartedBy,
        state.FinishedAt);

    public static WaveResource Whole(WaveRecord record) => Line(record.State) with
    {
        Plan = PlanFile.Members(record.State.Plan.Request),
        Events = [.. record.Events.Select(recorded => new WaveEventResource(
            recorded.Version, recorded.At, recorded.Actor, WaveJournal.Sentence(recorded.Event, record.State.Plan), recorded.Event))],
    };
}

/// <summary>A stage with where each of its endpoints stands.</summary>
internal sealed record WaveStageResource(string Name, bool Gate, double WaitMinutes, IReadOnlyList<WaveMember> Endpoints);

/// <summary>One event of a wave.</summary>
/// <param name="Sentence">What happened, in plain words.</param>
/// <param name="Event">The same for programs; "$type" says which event it is.</param>
internal sealed record WaveEventResource(int Version, DateTimeOffset At, string Actor, string Sentence, WaveEvent Event);

internal sealed record WaveList(IReadOnlyList<WaveResource> Waves);
