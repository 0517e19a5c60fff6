using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What SageMaker would do by a draft, as bars of the plan; none where weights move the traffic.</summary>
internal static class ManagedSketch
{
    private const double NarrowestBar = 4;

    /// <summary>More bars than this say nothing more.</summary>
    private const int MostBars = 20;

    /// <summary>The bake of each part.</summary>
    public static TimeSpan Wait(RolloutRequest request) => TimeSpan.FromSeconds(request.Managed?.WaitSeconds ?? RolloutDefaults.WaitSeconds);

    public static IEnumerable<PlanSegment> Of(RolloutRequest request)
    {
        var managed = request.Managed ?? new ManagedRequest();
        var wait = Wait(request);
        return (request.Strategy, managed.Traffic ?? TrafficShift.Canary) switch
        {
            (Strategy.BlueGreen, TrafficShift.Canary) => Parts(managed.CanarySize, RolloutDefaults.CanaryPercent, wait, once: true),
            (Strategy.BlueGreen, TrafficShift.Linear) => Parts(managed.LinearStepSize, RolloutDefaults.LinearPercent, wait, once: false),
            (Strategy.Rolling, _) => Parts(managed.BatchSize, RolloutDefaults.BatchPercent, wait, once: false),
            _ => [],
        };
    }

    private static IEnumerable<PlanSegment> Parts(FleetSizeRequest? size, int percent, TimeSpan wait, bool once)
    {
        // How many instances the fleet has the server knows; until then a part in instances is drawn once, by its name.
        if (size is { Unit: FleetUnit.Instances })
        {
            yield return new(CountText.Of(size.Value, "instance", "instances"), DurationText.Span(wait), percent, Math.Max(NarrowestBar, wait.TotalMinutes));
            yield break;
        }

        var step = Math.Max(1, size?.Value ?? percent);
        for (var (share, bars) = (step, 0); share < 100 && bars < (once ? 1 : MostBars); (share, bars) = (share + step, bars + 1))
        {
            yield return new(FormattableString.Invariant($"{share} %"), DurationText.Span(wait), share, Math.Max(NarrowestBar, wait.TotalMinutes));
        }
    }
}
