namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that a latency percentile is above its limit when nothing but each window's percentile is known: one bit a window, whether it was above. Of n
/// requests the percentile p by nearest rank is above the limit when at least n - ceil(p n) + 1 are slower than it, which has probability beta when 1 - p of
/// all requests are slower and gamma when their odds are theta times those; the factor is gamma/beta or (1 - gamma)/(1 - beta). Exact for that definition of a
/// percentile, but each window is worth ln(1/beta) at most: about six bad ones are needed, however many requests they hold. Where requests can be counted use
/// <see cref="RateEvidence"/>. A value: copying it forks the process. No allocation per update.
/// </summary>
public struct PercentileBitEvidence
{
    private readonly double _percentile;
    private RestartMixture _mixture;

    /// <param name="percentile">p, above 0 and below 1, as in 0.99.</param>
    /// <param name="plannedWindows">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public PercentileBitEvidence(double percentile, int plannedWindows)
    {
        Rates.Check(percentile);
        _percentile = percentile;
        _mixture = new RestartMixture(OddsAlternatives.Count, plannedWindows);
    }

    /// <inheritdoc cref="RestartMixture.LogEvidence"/>
    public readonly double LogEvidence => _mixture.LogEvidence;

    /// <inheritdoc cref="RestartMixture.PeakLogEvidence"/>
    public readonly double PeakLogEvidence => _mixture.PeakLogEvidence;

    /// <summary>The fewest of <paramref name="requests"/> that are slower than the limit when the percentile by nearest rank is above it: n - ceil(p n) + 1.</summary>
    /// <param name="percentile">Above 0 and below 1.</param>
    /// <param name="requests">At least 1.</param>
    public static long SlowNeeded(double percentile, long requests)
    {
        Rates.Check(percentile);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(requests);

        // In decimals 0.99 of 100 is 99; in binary fractions some products end just above a whole number, and the rank would be one too high.
        return requests - (long)Math.Ceiling((decimal)percentile * requests) + 1;
    }

    /// <summary>One window; one without requests changes nothing.</summary>
    /// <param name="above">The window's percentile was above the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The requests are negative.</exception>
    public void Update(bool above, long requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        if (requests == 0)
        {
            return;
        }

        Span<double> factors = stackalloc double[OddsAlternatives.Count];
        LogFactors(_percentile, above, requests, factors);
        _mixture.Update(factors);
    }

    /// <summary>ln of the likelihood ratio of each of <see cref="OddsAlternatives"/>, for a mixture that has windows of other kinds as well.</summary>
    internal static void LogFactors(double percentile, bool above, long requests, Span<double> factors)
    {
        var needed = SlowNeeded(percentile, requests);
        var rate = 1 - percentile;
        var ratios = OddsAlternatives.Ratios;
        var logNull = LogProbability(above, needed, requests, rate);
        for (var i = 0; i < OddsAlternatives.Count; i++)
        {
            factors[i] = LogProbability(above, needed, requests, ratios[i] * rate / (1 + ((ratios[i] - 1) * rate))) - logNull;
        }
    }

    private static double LogProbability(bool above, long needed, long requests, double rate) =>
        Math.Log(above ? BinomialTail.AtLeast(needed, requests, rate) : BinomialTail.Below(needed, requests, rate));
}
