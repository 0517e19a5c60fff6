using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutEventSamples
{
    private static IReadOnlyList<RolloutEvent> Tasks =>
    [
        new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.Cancelled, "changed our mind", []),
        new RolloutEvent.TaskEvent.TaskStarted(RolloutTask.SuspendScaling, 2),
        new RolloutEvent.TaskEvent.TaskDone(RolloutTask.SuspendScaling, "champion: at rest"),
        new RolloutEvent.TaskEvent.TaskFailed(RolloutTask.RestoreTags, 3, "Rate exceeded."),
        new RolloutEvent.TaskEvent.PictureTaken(RolloutTask.PictureBefore, RolloutSamples.Picture),
        new RolloutEvent.TaskEvent.ChampionPinned(2, 3),
        new RolloutEvent.TaskEvent.TrafficReturned(TimeSpan.FromSeconds(8)),
        new RolloutEvent.TaskEvent.RestLeft("the endpoint is gone", [RolloutTask.RestoreScaling]),
    ];
}
