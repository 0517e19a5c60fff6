using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>Deployments by guardrails, moved on by hand: begun, at a share, through, or turned back as soon as an alarm is seen in ALARM.</summary>
internal sealed partial class FakeCloud : IAlarmControl, IManagedDeploymentControl
{
    private DeploymentOrder? _order;

    public Dictionary<string, AlarmState> Alarms { get; } = new(StringComparer.Ordinal);

    public DeploymentFacts Facts { get; set; } = new(Serverless: false, null, null);

    /// <summary>The new fleet publishes metrics of its own.</summary>
    public bool PublishesFleets { get; set; } = true;

    public Task PutAsync(IReadOnlyList<GuardAlarm> alarms, CancellationToken cancellationToken)
    {
        Called("PutAlarms");
        foreach (var alarm in alarms)
        {
            Alarms.TryAdd(alarm.Name, alarm.Rule is AlarmRule.Abort ? AlarmState.Ok : AlarmState.InsufficientData);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AlarmFacts>> DescribeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        Called("DescribeAlarms");
        return Task.FromResult<IReadOnlyList<AlarmFacts>>([.. names.Select(name => new AlarmFacts(
            name, "ModelLatency", "p99", AlarmComparison.GreaterThan, 100_000, TimeSpan.FromMinutes(1), 2, MissingData.Missing,
            new AlarmSighting(name, Alarms.TryGetValue(name, out var state) ? state : AlarmState.Missing, null, null)))]);
    }

    public Task SetStateAsync(string name, AlarmState state, string reason, CancellationToken cancellationToken)
    {
        Called("SetAlarmState");
        Alarms[name] = Alarms.ContainsKey(name) ? state : throw new CloudException(CloudFailure.NotFound, $"Alarm {name} does not exist.");
        return Task.CompletedTask;
    }

    public Task DeleteAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        Called("DeleteAlarms");
        foreach (var name in names)
        {
            Alarms.Remove(name);
        }

        return Task.CompletedTask;
    }

    public Task<DeploymentFacts> FactsAsync(string endpoint, string modelName, string? packageArn, CancellationToken cancellationToken) => Task.FromResult(Facts);

    public Task DeployAsync(DeploymentOrder order, CancellationToken cancellationToken)
    {
        Called("Deploy");
        _order = order;
        Pend(PendingStage.Creating, 0);
        return Task.CompletedTask;
    }

    public Task RevertAsync(string endpoint, string configName, CancellationToken cancellationToken)
    {
        Called("Revert");
        _order = _order! with { ConfigName = configName, ModelName = "media-ranker-v7" };
        Pend(PendingStage.Creating, 0);
        return Task.CompletedTask;
    }

    /// <summary>The new fleet bakes at this share.</summary>
    public void Bake(double share) => Pend(PendingStage.Baking, share);

    /// <summary>The deployment is through.</summary>
    public void Finish()
    {
        _endpoint = _endpoint with
        {
            ConfigName = _order!.ConfigName,
            Variants = [.. _endpoint.Variants.Select(variant => variant.Name == _order.VariantName ? variant with { ModelName = _order.ModelName } : variant)],
            Pending = null,
            LastDeploymentAlarms = _order.Alarms,
        };
        Become(EndpointStatus.InService);
    }

    /// <summary>SageMaker turns back, as it does when it sees an alarm.</summary>
    public void TurnBack() => Become(EndpointStatus.RollingBack);

    /// <summary>In service again, on the old configuration.</summary>
    public void GoneBack(string? reason = null)
    {
        _endpoint = _endpoint with { Pending = null, FailureReason = reason, LastDeploymentAlarms = _order!.Alarms };
        Become(EndpointStatus.InService);
    }

    private void Pend(PendingStage stage, double share)
    {
        _endpoint = _endpoint with
        {
            Pending = new PendingDeployment(
                _order!.ConfigName, clock.GetUtcNow(), [new PendingVariant(_order.VariantName, stage, null, share, 1, stage is PendingStage.Creating ? 0 : _order.InstanceCount, _order.InstanceCount)]),
        };
        Become(EndpointStatus.Updating);
    }
}
