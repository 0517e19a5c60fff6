namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that the challenger's requests are bad more often than the champion's: of all bad requests in a window, the challenger's part against its part of
/// the requests in that same window. Given the totals the challenger's bad ones are hypergeometric, which the binomial dominates in convex order (Hoeffding
/// 1963, theorem 4), so the bound is exact: the common rate may drift and the share may change with every window. A value: copying it forks the process.
/// No allocation per update.
/// </summary>
public struct ShareEvidence
{
    private readonly double _margin;
    private RestartMixture _mixture;

    /// <param name="margin">Odds of a bad request that are still good, as a multiple of the champion's; at least 1. Above 1 it is a rare-event approximation.</param>
    /// <param name="plannedWindows">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public ShareEvidence(double margin, int plannedWindows)
    {
        Rates.CheckMargin(margin);
        _margin = margin;
        _mixture = new RestartMixture(OddsAlternatives.Count, plannedWindows);
    }

    /// <inheritdoc cref="RestartMixture.LogEvidence"/>
    public readonly double LogEvidence => _mixture.LogEvidence;

    /// <inheritdoc cref="RestartMixture.PeakLogEvidence"/>
    public readonly double PeakLogEvidence => _mixture.PeakLogEvidence;

    /// <summary>One window; one in which an arm has no requests says nothing and is skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are bad than there are.</exception>
    public void Update(long challengerBad, long challengerRequests, long championBad, long championRequests)
    {
        Counts.Check(challengerBad, challengerRequests);
        Counts.Check(championBad, championRequests);
        if (challengerRequests == 0 || championRequests == 0)
        {
            return;
        }

        Span<double> factors = stackalloc double[OddsAlternatives.Count];
        OddsAlternatives.LogFactors(challengerBad, (double)challengerBad + championBad, Rates.Share(_margin, challengerRequests, championRequests), factors);
        _mixture.Update(factors);
    }
}
