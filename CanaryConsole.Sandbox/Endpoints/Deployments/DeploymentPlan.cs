using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Endpoints.Deployments;

/// <summary>The stages of a deployment from its config, and the stages of the way back.</summary>
internal sealed class DeploymentPlan(SandboxOptions options)
{
    /// <summary>Without a config, or where guardrails are excluded: all at once and no bake.</summary>
    public IReadOnlyList<DeploymentStage> Forward(DeploymentConfig? config, Fleet fleet) => config switch
    {
        { RollingUpdatePolicy: { } rolling } => Rolling(rolling, fleet),
        { BlueGreenUpdatePolicy: { } blueGreen } => BlueGreen(blueGreen, fleet),
        _ => [new DeploymentStage(StageKind.Creating, options.FleetUpdating, 0, 0, 1)],
    };

    /// <summary>Back from a stage: all traffic at once, or for a rolling deployment as fast as the old instances start again.</summary>
    public IReadOnlyList<DeploymentStage> Back(DeploymentConfig? config, Fleet old, DeploymentStage from)
    {
        var stages = new List<DeploymentStage>();
        var share = from.NewShare;
        var lost = 1 - from.OldCapacity;
        if (config?.RollingUpdatePolicy is { } policy && lost > 0)
        {
            var batch = policy.RollbackMaximumBatchSize is { } size && old.Variants is [var only] && only.DesiredInstanceCount > 0
                ? Math.Min(1, Capacity.Instances(size, only) / (double)only.DesiredInstanceCount)
                : 1;
            var (atFirst, allLost) = (share, lost);
            while (lost > 0)
            {
                stages.Add(new DeploymentStage(StageKind.RestoringOldFleet, options.FleetUpdating, share, from.NewCapacity * lost / allLost, 1 - lost));
                lost = lost - batch > 1e-9 ? lost - batch : 0;
                share = atFirst * lost / allLost;
            }
        }

        stages.Add(new DeploymentStage(StageKind.DeletingNewFleet, options.FleetTerminating, 0, from.NewCapacity, 1));
        return stages;
    }

    private List<DeploymentStage> BlueGreen(BlueGreenUpdatePolicy policy, Fleet fleet)
    {
        var routing = policy.TrafficRoutingConfiguration!;
        var bake = TimeSpan.FromSeconds(routing.WaitIntervalInSeconds!.Value);
        List<DeploymentStage> stages = [new DeploymentStage(StageKind.Creating, options.FleetUpdating, 0, 0, 1)];
        var from = 0.0;
        foreach (var share in Steps(routing, fleet))
        {
            stages.Add(new DeploymentStage(StageKind.ActivatingTraffic, options.WeightUpdating, from, 1, 1));
            stages.Add(new DeploymentStage(StageKind.Baking, bake, share, 1, 1));
            from = share;
        }

        stages.Add(new DeploymentStage(StageKind.KeepingOldFleet, TimeSpan.FromSeconds(policy.TerminationWaitInSeconds ?? 0), 1, 1, 1));
        stages.Add(new DeploymentStage(StageKind.DeletingOldFleet, options.FleetTerminating, 1, 1, 1));
        return stages;
    }

    private static IEnumerable<double> Steps(TrafficRoutingConfig routing, Fleet fleet)
    {
        var step = routing.Type == TrafficRoutingConfigType.CANARY ? Capacity.Share(routing.CanarySize!, fleet)
            : routing.Type == TrafficRoutingConfigType.LINEAR ? Capacity.Share(routing.LinearStepSize!, fleet)
            : 1;
        var isLinear = routing.Type == TrafficRoutingConfigType.LINEAR;
        for (var taken = 1; taken * step < 1 - 1e-9 && (isLinear || taken == 1); taken++)
        {
            yield return taken * step;
        }

        yield return 1;
    }

    private List<DeploymentStage> Rolling(RollingUpdatePolicy policy, Fleet fleet)
    {
        var variant = fleet.Variants[0];
        var total = Math.Max(1, variant.DesiredInstanceCount);
        var batch = Capacity.Instances(policy.MaximumBatchSize!, variant);
        var bake = TimeSpan.FromSeconds(policy.WaitIntervalInSeconds!.Value);
        List<DeploymentStage> stages = [];
        for (var done = 0; done < total; done += batch)
        {
            var before = (double)done / total;
            var after = Math.Min(1, (double)(done + batch) / total);
            stages.Add(new DeploymentStage(StageKind.Creating, options.FleetUpdating, before, before, 1 - before));
            stages.Add(new DeploymentStage(StageKind.ActivatingTraffic, options.WeightUpdating, before, after, 1 - before));
            stages.Add(new DeploymentStage(StageKind.Baking, bake, after, after, 1 - after));
        }

        return stages;
    }
}
