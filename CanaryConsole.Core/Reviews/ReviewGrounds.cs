using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Tasks;

namespace CanaryConsole.Core.Reviews;

/// <summary>Gathers what a review is made from, by calls that read only.</summary>
/// <param name="environments">None where the console has none.</param>
internal sealed class ReviewGrounds(
    RolloutNumbering numbering,
    RolloutLedger ledger,
    EndpointPictures pictures,
    IOutlookDesk outlook,
    IEnumerable<IEnvironmentDirectory> environments,
    TimeProvider clock)
{
    /// <exception cref="CloudException">The endpoint's surroundings could not be read.</exception>
    /// <exception cref="Storage.StoreException">The store could not be read.</exception>
    public async Task<ReviewGround> GatherAsync(PreparedPlan prepared, CancellationToken cancellationToken)
    {
        var (plan, endpoint, at) = (prepared.Plan, prepared.Endpoint, clock.GetUtcNow());
        var names = await numbering.NextAsync(plan.Endpoint, cancellationToken).ConfigureAwait(false);
        var picture = await pictures.TakeAsync(endpoint, plan.Challenger.VariantName, at, cancellationToken).ConfigureAwait(false);
        await outlook.ReadDayAsync(plan.Endpoint, cancellationToken).ConfigureAwait(false);
        var planned = new RolloutEvent.RolloutPlanned(names[0], plan, PlanDigest.Of(plan), prepared.Request);
        return new ReviewGround(
            RolloutEvolution.Fold([new RecordedRolloutEvent(1, at, "", planned)]),
            endpoint,
            picture,
            outlook.TrafficOf(plan.Endpoint, plan.ChampionVariant),
            MeasuredTimes.Of(plan.Endpoint, ledger.All),
            environments.FirstOrDefault()?.Of(plan.Endpoint));
    }
}
