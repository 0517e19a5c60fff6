using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Endpoints.Deployments;

/// <summary>
/// One update of an endpoint on its way from an old fleet to a new one. Immutable: time and alarms go in, the deployment as it is then comes out. Its stages end at exact moments, however seldom it is asked.
/// </summary>
internal sealed record Deployment
{
    private readonly DeploymentPlan _plan;

    private Deployment(DeploymentPlan plan, Fleet old, Fleet target, DeploymentConfig? given, DeploymentConfig? followed, DateTimeOffset now)
    {
        (_plan, Old, New, Config, StartedAt, StageStartedAt) = (plan, old, target, given, now, now);
        (Followed, Stages) = (followed, plan.Forward(followed, target));
        var limit = followed?.BlueGreenUpdatePolicy?.MaximumExecutionTimeoutInSeconds ?? followed?.RollingUpdatePolicy?.MaximumExecutionTimeoutInSeconds;
        (Deadline, Alarms) = (limit is { } seconds ? now + TimeSpan.FromSeconds(seconds) : DateTimeOffset.MaxValue, AlarmNames(followed));
        (OldNow, NewNow) = (old.AtCapacity(Stage.OldCapacity), target.AtCapacity(Stage.NewCapacity));
    }

    /// <summary>What was asked for.</summary>
    public DeploymentConfig? Config { get; }

    public DateTimeOffset StartedAt { get; }

    public DateTimeOffset StageStartedAt { get; private init; }

    public DeploymentStage Stage => Stages[Index];

    /// <summary>The fleet as it was before.</summary>
    public Fleet Old { get; }

    /// <summary>The fleet that serves until the new one does, with the instances that run now.</summary>
    public Fleet OldNow { get; private init; }

    /// <summary>The fleet that is to serve, with the instances that run now.</summary>
    public Fleet NewNow { get; private init; }

    public DeploymentOutcome? Outcome { get; private init; }

    /// <summary>Whether deployment guardrails are at work: their metrics tell the two fleets apart.</summary>
    public bool IsGuarded => Followed is { BlueGreenUpdatePolicy: not null } or { RollingUpdatePolicy: not null };

    /// <summary>When this deployment next changes if no alarm does it before.</summary>
    public DateTimeOffset DueAt => Stage.CanRollBack ? Time.Earlier(StageEndsAt, Deadline) : StageEndsAt;

    private IReadOnlyList<DeploymentStage> Stages { get; init; }

    private int Index { get; init; }

    private string? Reason { get; init; }

    private Fleet New { get; }

    private DeploymentConfig? Followed { get; }

    private DateTimeOffset Deadline { get; }

    private IReadOnlyList<string> Alarms { get; }

    private DateTimeOffset StageEndsAt => StageStartedAt + Stage.Duration;

    public static Deployment Start(SandboxOptions options, Fleet old, Fleet target, DeploymentConfig? config, DateTimeOffset now) =>
        new(new DeploymentPlan(options), old, target, config, DeploymentRules.IsExcluded(old, target) ? null : config, now);

    /// <summary>Goes through every stage that ends by now, and turns back at the first alarm seen while traffic is routed or a step bakes.</summary>
    public Deployment AdvanceTo(DateTimeOffset now, Func<string, bool> isInAlarm)
    {
        var current = this;
        while (current.Outcome is null && current.Next(now, isInAlarm) is { } next)
        {
            current = next;
        }

        return current;
    }

    private static IReadOnlyList<string> AlarmNames(DeploymentConfig? config) =>
        [.. (config?.AutoRollbackConfiguration?.Alarms ?? []).Select(alarm => alarm.AlarmName).OfType<string>()];

    // An alarm goes before the end of the stage it is seen in: at the very moment a bake ends it still stops the next step.
    private Deployment? Next(DateTimeOffset now, Func<string, bool> isInAlarm)
    {
        if (Stage.IsWatched && Alarms.Where(isInAlarm).ToList() is { Count: > 0 } tripped)
        {
            return TurnBack(Time.Earlier(now, DueAt), $"The deployment was rolled back because the CloudWatch alarm(s) \"{string.Join(", ", tripped)}\" went into the ALARM state.");
        }

        if (DueAt > now)
        {
            return null;
        }

        if (StageEndsAt > DueAt)
        {
            return TimeOut();
        }

        return Stage.Kind switch
        {
            StageKind.Creating when New.IsAwaited(DueAt, now) => Deadline <= now ? TimeOut() : null,
            StageKind.RestoringOldFleet when Old.IsAwaited(DueAt, now) => null,
            StageKind.Creating when New.Broken is { } broken => NotStarted(broken),
            StageKind.RestoringOldFleet when Old.Broken is { } broken =>
                this with { Outcome = new DeploymentOutcome.RollbackFailed(DueAt, $"{Reason} The rollback failed: {PingFailure.Of(broken)}") },
            // Nobody knows when between two looks a container answered, so what follows starts at this look.
            StageKind.Creating when Index + 1 < Stages.Count && New.HasContainers => Enter(Stages, Index + 1, now, Reason),
            _ when Index + 1 < Stages.Count => Enter(Stages, Index + 1, DueAt, Reason),
            _ when Stage.IsRollingBack => this with { Outcome = new DeploymentOutcome.RolledBack(DueAt, Reason) },
            _ => this with { Outcome = new DeploymentOutcome.Completed(DueAt) },
        };
    }

    // As in the field: a fleet that never served is gone without a word.
    private Deployment NotStarted(Variant broken) => Stage.NewShare > 0
        ? TurnBack(DueAt, PingFailure.Of(broken))
        : this with { Outcome = new DeploymentOutcome.RolledBack(DueAt, Reason: null) };

    private Deployment TimeOut() =>
        TurnBack(Deadline, $"The deployment was rolled back because it did not complete within {(Deadline - StartedAt).TotalSeconds:0} seconds (MaximumExecutionTimeoutInSeconds).");

    private Deployment TurnBack(DateTimeOffset at, string reason) => Enter(_plan.Back(Followed, Old, Stage), 0, at, reason);

    private Deployment Enter(IReadOnlyList<DeploymentStage> stages, int index, DateTimeOffset at, string? reason) => this with
    {
        Stages = stages,
        Index = index,
        Reason = reason,
        StageStartedAt = at,
        OldNow = Old.AtCapacity(stages[index].OldCapacity),
        NewNow = New.AtCapacity(stages[index].NewCapacity),
    };
}
