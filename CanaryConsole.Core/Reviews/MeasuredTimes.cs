using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>How long things took on the same endpoint lately; null where that was never seen.</summary>
/// <param name="Preparation">From the start of the preparation to a challenger in service.</param>
/// <param name="WeightChange">From asking for weights to reading them back.</param>
internal sealed record MeasuredTimes(TimeSpan? Preparation, TimeSpan? WeightChange)
{
    private const int Latest = 20;

    /// <summary>The middle one of the latest twenty each. Pure.</summary>
    /// <param name="rollouts">Newest first.</param>
    public static MeasuredTimes Of(string endpoint, IReadOnlyList<LiveRollout> rollouts)
    {
        var own = rollouts.Where(rollout => rollout.State.Plan is { Managed: null } plan && plan.Endpoint == endpoint).ToList();
        return new MeasuredTimes(
            Middle(own.Select(rollout => rollout.State.PreparationTook).OfType<TimeSpan>()),
            Middle(own.SelectMany(rollout => rollout.Events.Reverse().Select(recorded => recorded.Event).OfType<RolloutEvent.WeightsConfirmed>().Select(confirmed => confirmed.Took))));
    }

    private static TimeSpan? Middle(IEnumerable<TimeSpan> times)
    {
        var latest = times.Take(Latest).Order().ToList();
        return latest.Count > 0 ? latest[latest.Count / 2] : null;
    }
}
