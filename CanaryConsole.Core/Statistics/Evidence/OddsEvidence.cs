namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that bad requests are more frequent than a null rate that every window brings anew: a limit, or the challenger's part of the requests of both
/// arms. The factors are those of <see cref="OddsAlternatives"/>, so whatever the windows were about, one bound holds over all of them. A value: copying it
/// forks the process. No allocation per update.
/// </summary>
public struct OddsEvidence
{
    private RestartMixture _mixture;

    /// <param name="plannedWindows">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public OddsEvidence(int plannedWindows) => _mixture = new RestartMixture(OddsAlternatives.Count, plannedWindows);

    /// <inheritdoc cref="RestartMixture.LogEvidence"/>
    public readonly double LogEvidence => _mixture.LogEvidence;

    /// <inheritdoc cref="RestartMixture.PeakLogEvidence"/>
    public readonly double PeakLogEvidence => _mixture.PeakLogEvidence;

    /// <summary>One window; one of nothing changes nothing.</summary>
    /// <param name="bad">0 to <paramref name="all"/>.</param>
    /// <param name="all">At least 0.</param>
    /// <param name="nullRate">The greatest rate that is still good in this window, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public void Update(long bad, long all, double nullRate)
    {
        Span<double> factors = stackalloc double[OddsAlternatives.Count];
        OddsAlternatives.LogFactors(bad, all, nullRate, factors);
        if (all > 0)
        {
            _mixture.Update(factors);
        }
    }

    /// <summary>One window of which only a percentile is known; see <see cref="PercentileBitEvidence"/>. One without requests changes nothing.</summary>
    /// <param name="percentile">Above 0 and below 1; the null is that 1 - percentile of all requests are slower than the limit.</param>
    /// <param name="above">The window's percentile was above the limit.</param>
    /// <param name="requests">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public void UpdateBit(double percentile, bool above, long requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        if (requests > 0)
        {
            Span<double> factors = stackalloc double[OddsAlternatives.Count];
            PercentileBitEvidence.LogFactors(percentile, above, requests, factors);
            _mixture.Update(factors);
        }
    }

    /// <inheritdoc cref="RestartMixture.Forget"/>
    public void Forget() => _mixture.Forget();
}
