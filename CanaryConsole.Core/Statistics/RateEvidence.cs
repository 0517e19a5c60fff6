namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that the rate of bad requests is above a limit: error rate above its limit, or requests slower than a limit more often than a percentile allows.
/// Exact at any look while requests are conditionally independent within a window. A value: copying it forks the process.
/// </summary>
public struct RateEvidence
{
    private readonly double _limit;
    private RestartMixture _mixture;

    /// <param name="limit">The greatest rate that is still good, above 0 and below 1.</param>
    /// <param name="plannedWindows">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public RateEvidence(double limit, int plannedWindows)
    {
        if (limit is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit is above 0 and below 1.");
        }

        _limit = limit;
        _mixture = new RestartMixture(OddsAlternatives.Count, plannedWindows);
    }

    /// <inheritdoc cref="RestartMixture.LogEvidence"/>
    public readonly double LogEvidence => _mixture.LogEvidence;

    /// <inheritdoc cref="RestartMixture.PeakLogEvidence"/>
    public readonly double PeakLogEvidence => _mixture.PeakLogEvidence;

    /// <summary>One window; one without requests changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are bad than there are.</exception>
    public void Update(long bad, long requests)
    {
        Counts.Check(bad, requests);
        if (requests == 0)
        {
            return;
        }

        Span<double> factors = stackalloc double[OddsAlternatives.Count];
        OddsAlternatives.LogFactors(bad, requests, _limit, factors);
        _mixture.Update(factors);
    }
}
