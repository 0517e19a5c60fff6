using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>Everything a plan will create, change or remove: the engine's own lists of tasks, gone through forward and back. Pure.</summary>
internal static class PlannedChanges
{
    private const string First = "before traffic";
    private const string OnRollback = "on rollback only";

    public static IReadOnlyList<PlannedChange> Of(ReviewGround ground, IScalingControl scaling)
    {
        var begun = Begun(ground);
        var origin = PlannedEndpoint.Of(ground.Endpoint, ground.Before);
        var forward = new PlanWalk(begun with { Ending = RolloutPhase.Completed }, ground.Before, origin, origin, scaling);
        foreach (var task in TaskLists.Preparation(ground.Plan))
        {
            forward.Do(task, First);
        }

        if (ground.Plan.Managed is { } managed)
        {
            Deploy(forward, begun, managed);
        }
        else
        {
            BringUp(forward, begun, ground.Endpoint);
            Shift(forward, ground.Plan);
        }

        var reached = forward.Now;
        Lower(forward, begun);
        var last = ground.Plan.Soak > TimeSpan.Zero ? "after the soak" : "once all traffic is there";
        foreach (var task in TaskLists.Restoration(begun with { Ending = RolloutPhase.Completed }))
        {
            forward.Do(task, last);
        }

        var turned = begun with { Ending = RolloutPhase.RolledBack, AutomaticRollback = true };
        var back = new PlanWalk(turned, ground.Before, origin, reached, scaling);
        Return(back, turned, ground.Before, origin);
        return [.. forward.Changes, .. back.Changes];
    }

    /// <summary>As far as the engine's lists look at it: everything before the traffic was done.</summary>
    private static RolloutState Begun(ReviewGround ground) => ground.State with
    {
        Before = ground.Before,
        PinnedInstances = ground.Before.Variant(ground.Plan.ChampionVariant)?.DesiredInstanceCount,
        Tasks = [.. TaskLists.Preparation(ground.Plan).Select(task => new TaskStanding(task, TaskProgress.Done, 1, ground.From))],
        Managed = ground.Plan.Managed is null ? null : new ManagedState { AlarmsRequestedAt = ground.From },
    };

    private static void BringUp(PlanWalk walk, RolloutState state, EndpointDescription endpoint)
    {
        var plan = state.Plan;
        var serving = walk.Now.Variants.Where(variant => variant.CurrentWeight > 0).ToList();
        if (plan.Shadow is { } stage)
        {
            var addition = Reconciler.Addition(state, Reconciler.ConfigName(state.Id, "shadow"));
            walk.Configure(
                walk.Now with { ConfigName = addition.ConfigName, Variants = serving, Shadow = [Added(addition) with { Name = ShadowStage.VariantName(plan.Challenger) }], Capture = Captured(walk, plan) },
                $"before traffic, copies of {stage.SamplingPercentage} % of the requests");
        }

        if (plan.Shadow is not null || !PreparationDecisions.IsReady(endpoint, plan))
        {
            var addition = Reconciler.Addition(state, Reconciler.ConfigName(state.Id));
            walk.Configure(walk.Now with { ConfigName = addition.ConfigName, Variants = [.. serving, Added(addition)], Shadow = [], Capture = Captured(walk, plan) }, First);
        }
    }

    private static DataCapture? Captured(PlanWalk walk, RolloutPlan plan) => plan.Surroundings?.Capture switch
    {
        null => walk.Now.Capture,
        { Sampling: var sampling } when sampling == Percentage.Zero => null,
        var wanted => wanted,
    };

    private static VariantDescription Added(VariantAddition addition) =>
        new(addition.VariantName, addition.ModelName, addition.InstanceType, 0, 0, addition.InstanceCount, addition.InstanceCount);

    private static void Shift(PlanWalk walk, RolloutPlan plan)
    {
        foreach (var step in plan.Steps)
        {
            walk.Weigh(step.Share, $"at {step.Share}");
        }

        walk.Weigh(Percentage.Whole, $"at {Percentage.Whole}");
    }

    private static void Lower(PlanWalk walk, RolloutState state)
    {
        if (state.Plan.Surroundings?.WarmInstances is { } warm && warm < state.PinnedInstances)
        {
            walk.Do(RolloutTask.LowerChampion, "during the soak");
        }
    }

    private static void Deploy(PlanWalk walk, RolloutState state, ManagedDeployment managed)
    {
        var (plan, config) = (state.Plan, Reconciler.ConfigName(state.Id));
        walk.Make(ManagedAlarmDecisions.Wanted(state), First);
        walk.Configure(
            walk.Now with
            {
                ConfigName = config,
                Capture = Captured(walk, plan),
                Variants = [.. walk.Now.Variants.Select(variant => variant.Name != plan.Challenger.VariantName ? variant : variant with
                {
                    ModelName = plan.Challenger.ModelName,
                    InstanceType = plan.Challenger.InstanceType,
                    CurrentInstanceCount = plan.Challenger.InstanceCount,
                    DesiredInstanceCount = plan.Challenger.InstanceCount,
                })],
            },
            $"by SageMaker, {ManagedWords.Of(managed)}");
    }

    private static void Return(PlanWalk walk, RolloutState begun, EndpointPicture before, PlannedEndpoint origin)
    {
        var plan = begun.Plan;
        if (plan.Managed is { } managed)
        {
            var abort = ManagedAlarmDecisions.AbortName(begun);
            walk.Note(new PlannedChange(ChangeKind.Change, "Alarm", abort, "OK", "ALARM, until SageMaker turns back", OnRollback));
            walk.Become(walk.Now with { ConfigName = managed.OldConfig, Variants = before.Variants, Capture = origin.Capture }, OnRollback);
        }
        else
        {
            if (plan.Shadow is not null)
            {
                var config = Reconciler.ConfigName(begun.Id, "without-shadow");
                walk.Note(new PlannedChange(ChangeKind.Create, "Endpoint configuration", config, null, $"{ShadowStage.VariantName(plan.Challenger)} is gone, the rest as it stands", "on rollback out of the shadow stage only"));
            }

            walk.Weigh(Percentage.Zero, OnRollback);
        }

        foreach (var task in TaskLists.Restoration(begun))
        {
            walk.Do(task, OnRollback);
        }
    }
}
