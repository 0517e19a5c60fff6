namespace CanaryConsole.Core.Rollouts;

/// <summary>Tasks in a few words, as they stand on a checklist.</summary>
public static class TaskNames
{
    public static string Of(RolloutTask task) => task switch
    {
        RolloutTask.PictureBefore => "Snapshot before",
        RolloutTask.MakeModel => "Model from the package",
        RolloutTask.SuspendScaling => "Scaling suspended",
        RolloutTask.PinChampion => "Champion's capacity pinned",
        RolloutTask.TagEndpoint => "Endpoint tagged",
        RolloutTask.LowerChampion => "Champion lowered to its warm count",
        RolloutTask.RaiseChampion => "Champion's capacity given back",
        RolloutTask.RemoveChallenger => "Challenger's variant removed",
        RolloutTask.RestoreConfig => "Old configuration restored",
        RolloutTask.ReleaseScaling => "Champion's scaling released",
        RolloutTask.RemoveChampion => "Champion's variant removed",
        RolloutTask.RestoreScaling => "Scaling restored",
        RolloutTask.MoveScaling => "Scaling moved to the challenger",
        RolloutTask.RestoreTags => "Endpoint's tags restored",
        RolloutTask.TagLineage => "Endpoint tagged with the lineage",
        RolloutTask.Quarantine => "Package in quarantine",
        RolloutTask.MakeAlarms => "Alarms made",
        RolloutTask.RemoveAlarms => "Alarms deleted",
        RolloutTask.PictureAfter => "Snapshot after",
    };
}
