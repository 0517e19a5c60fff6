namespace CanaryConsole.Sandbox.Endpoints.Deployments;

/// <summary>
/// One stage of a deployment: how long it takes, the new fleet's share of the traffic while it lasts, and the parts of the two fleets that run. All from 0 to 1.
/// </summary>
internal sealed record DeploymentStage(StageKind Kind, TimeSpan Duration, double NewShare, double NewCapacity, double OldCapacity)
{
    /// <summary>Whether an alarm ends the deployment now.</summary>
    public bool IsWatched => Kind is StageKind.ActivatingTraffic or StageKind.Baking;

    /// <summary>Whether there is still an old fleet to go back to.</summary>
    public bool CanRollBack => Kind is StageKind.Creating or StageKind.ActivatingTraffic or StageKind.Baking or StageKind.KeepingOldFleet;

    public bool IsRollingBack => Kind is StageKind.RestoringOldFleet or StageKind.DeletingNewFleet;
}
