namespace CanaryConsole.Sandbox.Endpoints.Deployments;

/// <summary>What a deployment does at one time.</summary>
internal enum StageKind
{
    /// <summary>Instances of the new fleet start.</summary>
    Creating,

    /// <summary>Traffic is being turned on; the shares are the old ones until it is done.</summary>
    ActivatingTraffic,

    /// <summary>The alarms are watched before the next step.</summary>
    Baking,

    /// <summary>All traffic is on the new fleet; the old one is kept a while.</summary>
    KeepingOldFleet,

    /// <summary>The old fleet goes.</summary>
    DeletingOldFleet,

    /// <summary>On the way back, instances of the old fleet start again.</summary>
    RestoringOldFleet,

    /// <summary>All traffic is back on the old fleet; the new one goes.</summary>
    DeletingNewFleet,
}
