using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>The stages of a plan with their earliest dates and what they expose. Pure.</summary>
internal static class PlannedTimeline
{
    public static IReadOnlyList<PlannedStage> Of(ReviewGround ground)
    {
        var at = ground.From;
        var stages = new List<PlannedStage>();
        foreach (var (name, share, lasts) in Stages(ground))
        {
            stages.Add(new PlannedStage(name, share, at, lasts, Requests(ground.Traffic, share, at, lasts), share == Percentage.Zero ? 0 : null));
            at += lasts ?? TimeSpan.Zero;
        }

        return stages;
    }

    private static IEnumerable<(string Name, Percentage Share, TimeSpan? For)> Stages(ReviewGround ground)
    {
        var plan = ground.Plan;
        if (plan.ApprovalRequired || ground.Environment is { Approvals: > 0 })
        {
            yield return ("approval", Percentage.Zero, null);
        }

        yield return ("preparation", Percentage.Zero, ground.Times.Preparation ?? TimeSpan.Zero);
        foreach (var stage in plan.Managed is { } managed ? Deployed(managed, plan.Challenger.InstanceCount) : ByWeights(plan))
        {
            yield return stage;
        }

        if (plan.Soak > TimeSpan.Zero)
        {
            yield return ("soak", Percentage.Whole, plan.Soak);
        }
    }

    private static IEnumerable<(string Name, Percentage Share, TimeSpan? For)> ByWeights(RolloutPlan plan)
    {
        if (plan.Shadow is { } shadow)
        {
            yield return ("shadow", Percentage.Zero, shadow.Duration);
            if (shadow.Gate)
            {
                yield return ("gate after the shadow stage", Percentage.Zero, null);
            }
        }

        foreach (var step in plan.Steps)
        {
            yield return (step.Share.ToString(), step.Share, step.Bake);
            if (step.Gate)
            {
                yield return ($"gate after {step.Share}", step.Share, null);
            }
        }

        if (plan.Soak == TimeSpan.Zero)
        {
            yield return (Percentage.Whole.ToString(), Percentage.Whole, TimeSpan.Zero);
        }
    }

    // SageMaker's steps are all alike but the last, which has everything.
    private static IEnumerable<(string Name, Percentage Share, TimeSpan? For)> Deployed(ManagedDeployment managed, int instances)
    {
        var (first, bakes) = (managed.FirstShare(instances), managed.Bakes(instances));
        for (var bake = 1; bake <= bakes; bake++)
        {
            var share = bake == bakes ? Percentage.Whole : Percentage.FromFraction(Math.Min(1, first.Fraction * bake));
            yield return (share.ToString(), share, managed.WaitInterval);
        }

        if (managed.TerminationWait > TimeSpan.Zero)
        {
            yield return ("old fleet kept", Percentage.Whole, managed.TerminationWait);
        }
    }

    private static long? Requests(TrafficPicture? traffic, Percentage share, DateTimeOffset from, TimeSpan? lasts) => (share, traffic, lasts) switch
    {
        var (none, _, _) when none == Percentage.Zero => 0,
        (_, { } known, { } time) => (long)Math.Round(known.RateOver(from, time) * time.TotalSeconds * share.Fraction),
        _ => null,
    };
}
