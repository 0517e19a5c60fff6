using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Managed;

/// <summary>What SageMaker does, and how an alarm stands, as chips.</summary>
internal static class ManagedStage
{
    public static Badge Of(RolloutState state, EndpointDescription? endpoint) => (state.Phase, endpoint?.Status) switch
    {
        (RolloutPhase.Deploying, EndpointStatus.RollingBack) or (RolloutPhase.RollingBack, EndpointStatus.RollingBack) => new("SageMaker rolls back", Tone.Bad, Glyph.Undo),
        (RolloutPhase.Deploying, _) when state.Managed?.Progress is { } progress => Of(progress),
        (RolloutPhase.Deploying, _) => new("asked for", Tone.Info, Glyph.Clock),
        (RolloutPhase.RollingBack, _) when state.Managed?.RevertRequestedAt is not null => new("old configuration comes back", Tone.Bad, Glyph.Undo),
        (RolloutPhase.RollingBack, _) => new("aborting", Tone.Bad, Glyph.Undo),
        (RolloutPhase.Soaking or RolloutPhase.Completed, _) => new("deployed", Tone.Good, Glyph.Check),
        (RolloutPhase.RolledBack, _) => new("rolled back", Tone.Bad, Glyph.Undo),
        (RolloutPhase.Restoring, _) => state.Ending is RolloutPhase.Completed ? new("deployed", Tone.Good, Glyph.Check) : new("not deployed", Tone.Idle, Glyph.Undo),
        (RolloutPhase.Blocked, _) => new("blocked", Tone.Bad, Glyph.Alert),
        (RolloutPhase.Cancelled, _) => new("cancelled", Tone.Idle, Glyph.Cross),
        (RolloutPhase.Paused, _) => new("deployed", Tone.Good, Glyph.Check),
        _ => new("planned", Tone.Idle, Glyph.Clock),
    };

    public static Badge Of(AlarmState? state) => state switch
    {
        AlarmState.Ok => new("OK", Tone.Good, Glyph.Check),
        AlarmState.Alarm => new("ALARM", Tone.Bad, Glyph.Alert),
        AlarmState.InsufficientData => new("no data yet", Tone.Idle, Glyph.EyeOff, "INSUFFICIENT_DATA: it holds nothing up, and says nothing in favour either"),
        AlarmState.Missing => new("missing", Tone.Warn, Glyph.Alert),
        _ => new("not seen yet", Tone.Idle, Glyph.Clock),
    };

    private static Badge Of(ManagedProgress progress) => progress.Stage switch
    {
        PendingStage.Creating => new("new instances start", Tone.Info, Glyph.Gear),
        PendingStage.Updating => new("instances change", Tone.Info, Glyph.Gear),
        PendingStage.ActivatingTraffic => new("traffic is turned on", Tone.Info, Glyph.Promote),
        PendingStage.Baking => new($"bakes at {progress.Share}", Tone.Info, Glyph.Baking),
        PendingStage.Deleting => new("new fleet goes", Tone.Bad, Glyph.Undo),
        PendingStage.None => progress.Share == Percentage.Whole ? new("old fleet goes", Tone.Info, Glyph.Soak) : new("at work", Tone.Info, Glyph.Gear),
    };
}
