namespace CanaryConsole.Core.Rollouts;

/// <summary>One named thing to do around a rollout's traffic. Names on the wire are kept for ever.</summary>
public enum RolloutTask
{
    /// <summary>A picture of the endpoint before anything is changed.</summary>
    PictureBefore,

    /// <summary>The challenger's model, made of its package.</summary>
    MakeModel,

    /// <summary>Automatic scaling of every variant set to rest.</summary>
    SuspendScaling,

    /// <summary>The champion's instance count remembered as what the way back needs.</summary>
    PinChampion,

    /// <summary>The endpoint tagged with the rollout.</summary>
    TagEndpoint,

    /// <summary>The champion lowered to the count it is kept warm at.</summary>
    LowerChampion,

    /// <summary>The champion given its instances back.</summary>
    RaiseChampion,

    /// <summary>The challenger's variant taken off the endpoint.</summary>
    RemoveChallenger,

    /// <summary>The endpoint back on the configuration it had.</summary>
    RestoreConfig,

    /// <summary>The champion's scaling ended, since a variant that scales cannot be taken away.</summary>
    ReleaseScaling,

    /// <summary>The champion's variant taken off the endpoint.</summary>
    RemoveChampion,

    /// <summary>Scaling as it was before.</summary>
    RestoreScaling,

    /// <summary>The champion's scaling given to the challenger.</summary>
    MoveScaling,

    /// <summary>The endpoint's tags as they were before.</summary>
    RestoreTags,

    /// <summary>The endpoint tagged with what it serves now, and where that came from.</summary>
    TagLineage,

    /// <summary>The package rejected, its artifact refused from now on.</summary>
    Quarantine,

    /// <summary>Alarms made for the challenger.</summary>
    MakeAlarms,

    /// <summary>The alarms that watched a managed deployment, the challenger, or the champion that is gone, deleted.</summary>
    RemoveAlarms,

    /// <summary>A picture of the endpoint after everything.</summary>
    PictureAfter,
}
