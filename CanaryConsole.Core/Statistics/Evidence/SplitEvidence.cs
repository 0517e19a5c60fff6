namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that the challenger gets another part of the requests than the set weights give it, more or less: Bernoulli likelihood ratios of odds tilted by
/// 1.2, 1.5, 2 and 4, up and down. While every request is routed by itself with the expected share, each factor has an expectation of 1 at any share and any
/// number of requests, so the bound is exact where a normal or chi-square test is not, at shares below 2 % and in windows of a few requests. The share may
/// change with every window. A value: copying it forks the process. No allocation per update.
/// </summary>
public struct SplitEvidence
{
    private const int Tilts = 8;

    private static readonly double[] Ratios = [1.2, 1.5, 2, 4, 1 / 1.2, 1 / 1.5, 0.5, 0.25];
    private static readonly double[] LogRatios = Array.ConvertAll(Ratios, Math.Log);

    private readonly double _tolerance;
    private RestartMixture _mixture;

    /// <param name="plannedWindows">At least 1.</param>
    /// <param name="tolerance">Odds of being routed to the challenger that are still as set, as a multiple of the set odds or a fraction of them; at least 1.
    /// Exact too: the factors upwards are measured against the greatest share still good, those downwards against the least.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public SplitEvidence(int plannedWindows, double tolerance = 1)
    {
        Rates.CheckMargin(tolerance);
        _tolerance = tolerance;
        _mixture = new RestartMixture(Tilts, plannedWindows);
    }

    /// <inheritdoc cref="RestartMixture.LogEvidence"/>
    public readonly double LogEvidence => _mixture.LogEvidence;

    /// <inheritdoc cref="RestartMixture.PeakLogEvidence"/>
    public readonly double PeakLogEvidence => _mixture.PeakLogEvidence;

    /// <summary>One window; one without requests says nothing and is skipped, as is one with a share of 0 or 1, where nothing is left to chance.</summary>
    /// <param name="challengerRequests">0 to <paramref name="requests"/>.</param>
    /// <param name="requests">Of both arms together, only those that the weights route: none that name their variant.</param>
    /// <param name="expectedShare">The challenger's part by the weights that were set for the whole window; 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public void Update(long challengerRequests, long requests, double expectedShare)
    {
        Counts.Check(challengerRequests, requests);
        if (expectedShare is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(expectedShare), expectedShare, "The expected share is between 0 and 1.");
        }

        if (requests == 0 || expectedShare is 0 or 1)
        {
            return;
        }

        // The odds written as a quotient, so that neither a share near 0 nor one near 1 loses its digits.
        var most = expectedShare * _tolerance / ((expectedShare * _tolerance) + (1 - expectedShare));
        var least = expectedShare / (expectedShare + ((1 - expectedShare) * _tolerance));
        Span<double> factors = stackalloc double[Tilts];
        for (var i = 0; i < Tilts; i++)
        {
            factors[i] = (challengerRequests * LogRatios[i]) - (requests * LogSum.OnePlus((Ratios[i] - 1) * (Ratios[i] > 1 ? most : least)));
        }

        _mixture.Update(factors);
    }
}
