using System.Diagnostics;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Endpoints.Deployments;
using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>An endpoint and its real states: a change takes its time, and until it is done no other is accepted.</summary>
internal sealed class Endpoint
{
    private readonly SandboxOptions _options;
    private EndpointStatus _status = EndpointStatus.Creating;
    private EndpointTrouble _trouble;

    private Endpoint(SandboxOptions options, string name, Fleet fleet, DateTimeOffset now)
    {
        (_options, Name, Arn, Fleet, CreatedAt, LastModifiedAt) = (options, name, Sandbox.Arn.Endpoint(name), fleet, now, now);
        EndpointRefusal.UnlessWeighted(fleet);
    }

    public string Name { get; }

    public string Arn { get; }

    /// <summary>What serves; during an update, the old fleet with the instances it has left.</summary>
    public Fleet Fleet { get; private set; }

    public EndpointConfig Config => Fleet.Config;

    public IReadOnlyList<Variant> Variants => Fleet.Variants;

    public Shadow? Shadow => Fleet.Shadow;

    public EndpointStatus Status
    {
        get => _trouble.IsInMaintenance && _status == EndpointStatus.InService ? EndpointStatus.SystemUpdating : _status;
        private set => _status = value;
    }

    public string? FailureReason { get; private set; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset LastModifiedAt { get; private set; }

    public DeploymentConfig? LastDeploymentConfig { get; private set; }

    public EndpointChange? Change { get; private set; }

    /// <summary>The update under way, or the one whose rollback failed and left both fleets serving.</summary>
    public Deployment? Deployment { get; private set; }

    public bool IsDeleted { get; private set; }

    /// <summary>When the endpoint next changes by itself.</summary>
    public DateTimeOffset? NextDueAt => Change?.DueAt;

    public bool IsServing => Status == EndpointStatus.InService
        || Status == EndpointStatus.Updating
        || Status == EndpointStatus.SystemUpdating
        || Status == EndpointStatus.RollingBack
        || Status == EndpointStatus.UpdateRollbackFailed;

    /// <summary>The fleets that may get requests.</summary>
    public IEnumerable<Fleet> Fleets => Deployment is { } deployment ? [deployment.OldNow, deployment.NewNow] : [Fleet];

    public static Endpoint Create(SandboxOptions options, string name, Fleet fleet, DeploymentConfig? deployment, DateTimeOffset now) =>
        new(options, name, fleet, now) { Change = new EndpointChange.Creation(now, now + options.EndpointCreating), LastDeploymentConfig = deployment };

    /// <summary>An endpoint that has been serving for a while.</summary>
    public static Endpoint Serving(SandboxOptions options, string name, Fleet fleet, DateTimeOffset since) =>
        new(options, name, fleet.Settled(), since) { Status = EndpointStatus.InService };

    /// <summary>An endpoint as it was found again, with nothing under way.</summary>
    public static Endpoint Kept(
        SandboxOptions options,
        string name,
        Fleet fleet,
        EndpointStatus status,
        string? failureReason,
        DateTimeOffset createdAt,
        DateTimeOffset lastModifiedAt,
        DeploymentConfig? lastDeployment) => new(options, name, fleet.Settled(), createdAt)
        {
            Status = status,
            FailureReason = failureReason,
            LastModifiedAt = lastModifiedAt,
            LastDeploymentConfig = lastDeployment,
        };

    /// <summary>Where a request goes: the fleet by its share of the traffic, then the variant by weight. The point is uniform in [0, 1); null where nobody serves.</summary>
    public Routed? Route(double point, string? targetVariant = null)
    {
        var fleet = Fleet;
        if (Deployment is { } deployment)
        {
            var share = deployment.Stage.NewShare;
            (fleet, point) = point < share
                ? (deployment.NewNow, point / share)
                : (deployment.OldNow, (point - share) / (1 - share));
        }

        var variant = targetVariant is null
            ? Router.Pick(fleet.Variants, point)
            : fleet.Variants.FirstOrDefault(one => one.Name == targetVariant);
        return variant is null ? null : new Routed(fleet, variant);
    }

    /// <summary>The config that a fleet's metrics name too: while a guardrail deployment runs two fleets, each its own.</summary>
    public string? ReportedConfig(Fleet fleet) => Deployment is { IsGuarded: true } ? fleet.Config.Name : null;

    public void UpdateWeightsAndCapacities(IReadOnlyList<DesiredWeightAndCapacity> desired, DateTimeOffset now)
    {
        RefuseUnless(EndpointStatus.InService);
        var fleet = DesiredCapacities.Apply(Fleet, desired);
        EndpointRefusal.UnlessWeighted(fleet);
        var startsInstances = fleet.All.Any(variant => variant.DesiredInstanceCount > variant.CurrentInstanceCount);
        Fleet = fleet;
        Begin(EndpointStatus.Updating, new EndpointChange.Shift(now, now + (startsInstances ? _options.FleetUpdating : _options.WeightUpdating)));
    }

    /// <summary>Refuses an update that could not begin now, whatever it asks for.</summary>
    public void RefuseUpdateNow() => RefuseUnless(EndpointStatus.InService, EndpointStatus.UpdateRollbackFailed);

    public void Update(Fleet target, DeploymentConfig? config, DateTimeOffset now)
    {
        RefuseUpdateNow();
        EndpointRefusal.UnlessWeighted(target);
        Deployment = Deployment.Start(_options, Fleet, target, config, now);
        FailureReason = null;
        Begin(EndpointStatus.Updating, new EndpointChange.Update(Deployment));
    }

    /// <summary>What the faults in force do to it from now on.</summary>
    public void Suffer(EndpointTrouble trouble) => _trouble = trouble;

    public void Delete(DateTimeOffset now)
    {
        if (Change is not null || _trouble.IsInMaintenance)
        {
            throw EndpointRefusal.InProgress(Arn);
        }

        Begin(EndpointStatus.Deleting, new EndpointChange.Deletion(now, now + _options.EndpointDeleting));
    }

    /// <summary>Finishes what is due, and hands the alarms to an update under way.</summary>
    public void AdvanceTo(DateTimeOffset now, Func<string, bool> isInAlarm)
    {
        switch (Change)
        {
            case EndpointChange.Update update:
                var next = update.Deployment.AdvanceTo(now, isInAlarm);
                Follow(update.Deployment, _trouble.IsHeld && next.Outcome is not null ? update.Deployment : next);
                break;
            case EndpointChange.Shift when _trouble.IsHeld:
                break;
            case EndpointChange.Creation creation when creation.DueAt <= now && Fleet.IsAwaited(creation.DueAt, now):
                // The instances are there; a container on them has not answered yet.
                break;
            case { } change when change.DueAt <= now:
                (Change, LastModifiedAt) = (null, change.DueAt);
                Finish(change);
                break;
            default:
                break;
        }
    }

    private void Finish(EndpointChange change)
    {
        switch (change)
        {
            case EndpointChange.Creation when Fleet.Broken is { } broken:
                (Status, FailureReason) = (EndpointStatus.Failed, PingFailure.Of(broken));
                break;
            case EndpointChange.Shift when _trouble.IsReverting:
                (Status, Fleet) = (EndpointStatus.InService, Fleet.Each(variant => variant.Reverted()));
                break;
            case EndpointChange.Creation or EndpointChange.Shift:
                (Status, Fleet) = (EndpointStatus.InService, Fleet.Settled());
                break;
            case EndpointChange.Deletion:
                IsDeleted = true;
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Follow(Deployment before, Deployment now)
    {
        if (ReferenceEquals(before, now))
        {
            return;
        }

        (Deployment, LastModifiedAt) = (now, now.Outcome?.At ?? now.StageStartedAt);
        switch (now.Outcome)
        {
            case null:
                (Change, Fleet) = (new EndpointChange.Update(now), now.OldNow);
                Status = now.Stage.IsRollingBack ? EndpointStatus.RollingBack : EndpointStatus.Updating;
                break;
            case DeploymentOutcome.Completed when _trouble.IsReverting:
                // As in the field: in service again, on the old config, and no reason given.
                End(EndpointStatus.InService, now.Old, null);
                Deployment = null;
                break;
            case DeploymentOutcome.Completed:
                End(EndpointStatus.InService, now.NewNow.Settled(), null);
                Deployment = null;
                break;
            case DeploymentOutcome.RolledBack back:
                End(EndpointStatus.InService, now.OldNow.Settled(), back.Reason);
                Deployment = null;
                break;
            case DeploymentOutcome.RollbackFailed failed:
                End(EndpointStatus.UpdateRollbackFailed, now.OldNow, failed.Reason);
                break;
            default:
                throw new UnreachableException();
        }

        void End(EndpointStatus status, Fleet fleet, string? reason) =>
            (Change, Status, Fleet, FailureReason, LastDeploymentConfig) = (null, status, fleet, reason, now.Config);
    }

    private void Begin(EndpointStatus status, EndpointChange change) => (Status, Change, LastModifiedAt) = (status, change, change.StartedAt);

    private void RefuseUnless(params ReadOnlySpan<EndpointStatus> allowed)
    {
        if (Change is not null || _trouble.IsInMaintenance || _trouble.Refusal is RefusalReason.InProgress)
        {
            throw EndpointRefusal.InProgress(Arn);
        }

        if (_trouble.Refusal is RefusalReason.ResourceLimit)
        {
            throw EndpointRefusal.InstancesUsedUp(Fleet.Variants[0]);
        }

        foreach (var status in allowed)
        {
            if (Status == status)
            {
                return;
            }
        }

        throw EndpointRefusal.InStatus(Arn, Status);
    }
}
