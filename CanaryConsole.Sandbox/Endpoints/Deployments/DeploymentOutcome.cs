namespace CanaryConsole.Sandbox.Endpoints.Deployments;

/// <summary>How a deployment ended, and when.</summary>
internal abstract record DeploymentOutcome
{
    private DeploymentOutcome(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    /// <summary>The new fleet serves alone.</summary>
    public sealed record Completed(DateTimeOffset Moment) : DeploymentOutcome(Moment);

    /// <summary>The old fleet serves alone; a new fleet that never started gives no reason, as in the field.</summary>
    public sealed record RolledBack(DateTimeOffset Moment, string? Reason) : DeploymentOutcome(Moment);

    /// <summary>Instances of the old fleet did not start again: both fleets serve.</summary>
    public sealed record RollbackFailed(DateTimeOffset Moment, string Reason) : DeploymentOutcome(Moment);
}
