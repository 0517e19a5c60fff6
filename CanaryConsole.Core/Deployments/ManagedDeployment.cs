namespace CanaryConsole.Core.Deployments;

/// <summary>How SageMaker's deployment guardrails exchange one fleet for the next.</summary>
public enum DeploymentKind
{
    /// <summary>A whole second fleet beside the first; traffic moves as <see cref="TrafficShift"/> says.</summary>
    BlueGreen,

    /// <summary>Batches of instances are exchanged in place.</summary>
    Rolling,
}

/// <summary>How a blue/green deployment moves the traffic.</summary>
public enum TrafficShift
{
    AllAtOnce,
    Canary,
    Linear,
}

/// <summary>The unit of a <see cref="FleetSize"/>.</summary>
public enum FleetUnit
{
    Percent,
    Instances,
}

/// <summary>A part of a fleet, at least 1.</summary>
public sealed record FleetSize(FleetUnit Unit, int Value)
{
    /// <summary>As a part of a fleet of that many instances.</summary>
    public Percentage Of(int instances) => Percentage.FromFraction(Math.Clamp(Unit is FleetUnit.Percent ? Value / 100.0 : Value / (double)Math.Max(1, instances), 0, 1));

    public override string ToString() => Unit is FleetUnit.Percent ? $"{Value} %" : $"{Value} instance{(Value == 1 ? "" : "s")}";
}

/// <summary>The part of a plan that SageMaker carries out: one UpdateEndpoint with a deployment configuration.</summary>
/// <param name="StepSize">The canary, or each linear step; null for all at once and for rolling.</param>
/// <param name="WaitInterval">The bake of each step, watched by the alarms; 0 to 1 hour.</param>
/// <param name="TerminationWait">How long the old fleet is kept after the last bake, blue/green only; 0 to 1 hour.</param>
/// <param name="BatchSize">Rolling only: 5 % to 50 % of the instances.</param>
/// <param name="RollbackBatchSize">Rolling only: how fast the old instances return; all at once where null.</param>
/// <param name="MaximumExecution">SageMaker rolls back what takes longer; 10 minutes to 8 hours.</param>
/// <param name="OldConfig">The endpoint configuration that served when this was planned, and to which every way back leads.</param>
/// <param name="ExtraAlarms">CloudWatch alarms of the team that are watched beside the console's own.</param>
/// <param name="RequestsPerSecond">The variant's traffic when this was planned, from which the alarms' periods follow; null when it was not known.</param>
/// <param name="Warnings">What the lint found and a person should know; none in most plans.</param>
public sealed record ManagedDeployment(
    DeploymentKind Kind,
    TrafficShift Traffic,
    FleetSize? StepSize,
    TimeSpan WaitInterval,
    TimeSpan TerminationWait,
    FleetSize? BatchSize,
    FleetSize? RollbackBatchSize,
    TimeSpan MaximumExecution,
    string OldConfig,
    IReadOnlyList<string> ExtraAlarms,
    double? RequestsPerSecond = null,
    IReadOnlyList<string>? Warnings = null)
{
    /// <summary>The new fleet's part of the traffic in the first step that bakes.</summary>
    public Percentage FirstShare(int instances) => (Kind, Traffic) switch
    {
        (DeploymentKind.Rolling, _) => BatchSize?.Of(instances) ?? Percentage.Whole,
        (_, TrafficShift.AllAtOnce) => Percentage.Whole,
        _ => StepSize?.Of(instances) ?? Percentage.Whole,
    };

    /// <summary>How many bakes the deployment has.</summary>
    public int Bakes(int instances) => (Kind, Traffic) switch
    {
        (DeploymentKind.BlueGreen, TrafficShift.AllAtOnce) => 1,
        (DeploymentKind.BlueGreen, TrafficShift.Canary) => 2,
        _ => (int)Math.Ceiling(Math.Round(1 / Math.Max(0.01, FirstShare(instances).Fraction), 6)),
    };
}
