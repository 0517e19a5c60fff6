using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Traffic;

namespace CanaryConsole.Presentation;

/// <summary>One variant of an endpoint as its page shows it.</summary>
/// <param name="Instances">"2 x ml.m5.xlarge", and where it is going while that changes.</param>
/// <param name="WantedShare">What the cloud was last asked for; null when that is what it shows.</param>
/// <param name="Problem">Why its metrics are not whole; null when they are.</param>
public sealed record VariantRow(
    string Name,
    string Model,
    ArmRole Role,
    string Instances,
    Percentage Share,
    Percentage? WantedShare,
    RecentTraffic Traffic,
    Sparkline Errors,
    Sparkline Latency,
    string? Problem)
{
    public static IReadOnlyList<VariantRow> Of(EndpointSnapshot endpoint, RolloutState? activeRollout)
    {
        var description = endpoint.Description;
        var wanted = description.Variants.Sum(variant => variant.DesiredWeight);
        return
        [
            .. description.Variants.Select(variant =>
            {
                var history = endpoint.History(variant.Name);
                var minutes = history is null ? [] : TrafficMinute.LastHour([history], endpoint.Variants);
                var share = description.ShareOf(variant.Name);
                var wantedShare = wanted > 0 ? Percentage.FromFraction(variant.DesiredWeight / wanted) : Percentage.Zero;
                return new VariantRow(
                    variant.Name,
                    variant.ModelName,
                    ArmRoles.Of(variant.Name, description, activeRollout),
                    variant.CurrentInstanceCount == variant.DesiredInstanceCount
                        ? $"{variant.CurrentInstanceCount} x {variant.InstanceType}"
                        : $"{variant.CurrentInstanceCount} → {variant.DesiredInstanceCount} x {variant.InstanceType}",
                    share,
                    Math.Abs(wantedShare.Fraction - share.Fraction) < 0.0005 ? null : wantedShare,
                    RecentTraffic.Of(history),
                    Sparkline.Errors(minutes),
                    Sparkline.LatencyP99(minutes),
                    history?.Problem);
            }),
        ];
    }
}
