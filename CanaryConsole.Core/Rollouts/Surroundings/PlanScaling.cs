namespace CanaryConsole.Core.Rollouts;

/// <summary>The challenger's scaling of a request, held to its bounds. Pure.</summary>
internal static class PlanScaling
{
    private const int MostInstances = 1_000;

    /// <summary>Null where none was asked for.</summary>
    public static ChallengerScaling? Of(RolloutRequest request, Challenger challenger)
    {
        if (request.Scaling is not { } asked)
        {
            return null;
        }

        var metric = RequestWords.OneOf("scaling.target", asked.Target ?? "", ScalingMetric.InvocationsPerInstance);
        var value = metric is ScalingMetric.Latency
            ? RequestBounds.Within("scaling.value", asked.Value, double.NaN, 0.001, 60_000)
            : RequestBounds.Within("scaling.value", asked.Value, double.NaN, 0.001, 1_000_000_000);
        var minimum = RequestBounds.Within("scaling.minimumInstances", asked.MinimumInstances, challenger.InstanceCount, 1, MostInstances);
        var maximum = RequestBounds.Within("scaling.maximumInstances", asked.MaximumInstances, Math.Min(2 * minimum, MostInstances), minimum, MostInstances);
        return maximum >= challenger.InstanceCount
            ? new ChallengerScaling(metric, value, minimum, maximum)
            : throw RequestBounds.Invalid(
                "scaling.maximumInstances",
                $"scaling.maximumInstances is {maximum}; the challenger is brought up with {challenger.InstanceCount} instances, and scaling would take some away the moment it begins.");
    }

    /// <summary>From a plan back to what would make it again.</summary>
    public static ScalingRequest? Request(ChallengerScaling? scaling) =>
        scaling is null ? null : new ScalingRequest(RequestWords.Name(scaling.Metric), scaling.Value, scaling.Minimum, scaling.Maximum);
}
