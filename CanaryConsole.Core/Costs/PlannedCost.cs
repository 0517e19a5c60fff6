namespace CanaryConsole.Core.Costs;

/// <summary>The parts of a rollout that cost differently.</summary>
public enum CostStage
{
    /// <summary>SageMaker brings up the new configuration beside the old.</summary>
    Preparation,
    Shadow,

    /// <summary>The shadow becomes a production variant by another update.</summary>
    Handover,

    /// <summary>SageMaker's deployment guardrails exchange the fleet.</summary>
    Deployment,
    Step,
    Soak,

    /// <summary>The champion's variant is taken off by an update.</summary>
    Removal,
}

/// <summary>What one stage of a plan costs if nothing holds it.</summary>
/// <param name="Name">As in "preparation", "5 %", "soak".</param>
/// <param name="Step">Index into the plan's steps; null where the stage is none.</param>
/// <param name="Fleets">Everything that runs in it.</param>
/// <param name="InstanceUsd">Instance hours of all fleets; null where a price is missing, as are the figures that follow from it.</param>
/// <param name="CloudWatchUsd">The console's metrics and the plan's alarms.</param>
/// <param name="ExtraUsd">Beyond what the endpoint and the looks at it cost over the same time without the rollout; below 0 where less runs than before.</param>
public sealed record PlannedCost(
    CostStage Stage,
    string Name,
    int? Step,
    TimeSpan For,
    IReadOnlyList<FleetCost> Fleets,
    decimal? InstanceUsd,
    decimal? CloudWatchUsd,
    decimal? TotalUsd,
    decimal? ExtraUsd,
    decimal? ExtraUsdPerHour);
