using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Traffic;

namespace CanaryConsole.Presentation.Weights;

/// <summary>One variant's share before and after, and the load each of its instances gets.</summary>
/// <param name="PerSecondAfter">Requests a second for the variant at the endpoint's measured rate; null when that was not measured.</param>
public sealed record WeightLine(
    string Variant,
    string Version,
    ArmRole Role,
    int Instances,
    Percentage Before,
    Percentage After,
    double? PerSecondBefore,
    double? PerSecondAfter)
{
    /// <summary>Requests a second for each instance; null when the rate or the instances are not known.</summary>
    public double? PerInstanceBefore => Instances > 0 ? PerSecondBefore / Instances : null;

    public double? PerInstanceAfter => Instances > 0 ? PerSecondAfter / Instances : null;

    public bool IsChanged => Before != After;

    internal static IReadOnlyList<WeightLine> Of(EndpointSnapshot endpoint, WeightDraft draft, RolloutState? activeRollout)
    {
        var total = RecentTraffic.Together(endpoint.Variants).PerSecond;
        return
        [
            .. endpoint.Description.Variants.Select(variant =>
            {
                var before = endpoint.Description.ShareOf(variant.Name);
                var after = draft.ShareOf(variant.Name);

                // A share such as 1/3 is no tenth of a percent; unmoved it is still the same share.
                var shown = Math.Abs(before.Fraction - after.Fraction) < 0.001 ? before : after;
                return new WeightLine(
                    variant.Name,
                    ModelVersion.Short(variant.ModelName),
                    ArmRoles.Of(variant.Name, endpoint.Description, activeRollout),
                    variant.CurrentInstanceCount,
                    before,
                    shown,
                    total * before.Fraction,
                    total * shown.Fraction);
            }),
        ];
    }
}
