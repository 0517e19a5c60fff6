using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Gateway;

/// <summary>Chooses the variant for a unit by the weights as the monitor last saw them.</summary>
internal sealed class GatewayRouting(EndpointObserver observer, RolloutLedger ledger)
{
    public GatewayTarget Of(string endpoint, ReadOnlySpan<char> unit)
    {
        if (observer.Find(endpoint)?.Description is not { } description)
        {
            return default;
        }

        var serving = description.Variants.Count(variant => variant.CurrentWeight > 0);
        if (serving <= 1)
        {
            // The weights choose the only one just as well, and without naming it nothing goes wrong should it have been replaced meanwhile.
            return new GatewayTarget(null, serving == 1 ? description.Variants.First(variant => variant.CurrentWeight > 0).Name : null, IsPinned: false);
        }

        if (unit.IsEmpty)
        {
            return default;
        }

        var rollout = ledger.ActiveOn(endpoint);
        var challenger = rollout?.Plan.Challenger.VariantName;
        var shares = description.Variants.Select(variant => new VariantShare(variant.Name, Share(variant.Name, variant.CurrentWeight))).ToList();
        return new GatewayTarget(UnitAssignment.Choose(rollout?.Id.Value ?? endpoint, unit, shares, challenger), Only: null, IsPinned: false);

        // Taking traffic back does not wait for the weights to be applied; giving more does.
        double Share(string variant, double weight) => variant == challenger ? Math.Min(weight, Wanted(rollout!, description.Variants.Where(other => other.Name != variant).Sum(other => other.CurrentWeight))) : weight;
    }

    private static double Wanted(RolloutState rollout, double others) => rollout switch
    {
        { IsOnTheWayBack: true } => 0,
        { ChallengerShare.Fraction: >= 1 } => double.MaxValue,
        _ => others * rollout.ChallengerShare.Fraction / (1 - rollout.ChallengerShare.Fraction),
    };
}
