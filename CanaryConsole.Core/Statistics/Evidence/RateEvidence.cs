namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that the rate of bad requests is above a limit. Two guards are this one: the error rate against its limit, and a latency percentile p against a
/// limit L, because the percentile is above L exactly when more than 1 - p of all requests are slower: count those, with a limit of 1 - p. Exact at any look
/// while requests are conditionally independent within a window. A value: copying it forks the process. No allocation per update.
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
        Rates.Check(limit);
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
        OddsAlternatives.LogFactors((double)bad, requests, _limit, factors);
        _mixture.Update(factors);
    }
}
