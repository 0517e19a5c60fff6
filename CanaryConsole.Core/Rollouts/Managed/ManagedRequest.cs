using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

/// <summary>How SageMaker's deployment guardrails are to move the traffic, as asked for. Raw values: the service checks them.</summary>
public sealed record ManagedRequest
{
    /// <summary>Blue/green only; default canary.</summary>
    public TrafficShift? Traffic { get; init; }

    /// <summary>The canary: up to 50 % of the fleet; default 10 %. Blue/green canary only.</summary>
    public FleetSizeRequest? CanarySize { get; init; }

    /// <summary>Each linear step: 10 % to 50 % of the fleet; default 20 %. Blue/green linear only.</summary>
    public FleetSizeRequest? LinearStepSize { get; init; }

    /// <summary>The bake of each step in seconds, 0 to 3,600; default 600.</summary>
    public int? WaitSeconds { get; init; }

    /// <summary>How long the old fleet is kept after the last bake, in seconds, 0 to 3,600; default 0. Blue/green only.</summary>
    public int? TerminationWaitSeconds { get; init; }

    /// <summary>Each batch: 5 % to 50 % of the fleet; default 50 %. Rolling only.</summary>
    public FleetSizeRequest? BatchSize { get; init; }

    /// <summary>How much of the old fleet returns at once on the way back; all of it by default. Rolling only.</summary>
    public FleetSizeRequest? RollbackBatchSize { get; init; }

    /// <summary>SageMaker rolls back what takes longer; seconds, 600 to 28,800; default 14,400.</summary>
    public int? MaximumExecutionSeconds { get; init; }

    /// <summary>Names of CloudWatch alarms to be watched beside the console's own; 10 with those.</summary>
    public IReadOnlyList<string>? Alarms { get; init; }
}

/// <summary>A part of a fleet as asked for: percent, or whole instances.</summary>
public sealed record FleetSizeRequest
{
    public FleetUnit Unit { get; init; } = FleetUnit.Percent;

    public required int Value { get; init; }
}
