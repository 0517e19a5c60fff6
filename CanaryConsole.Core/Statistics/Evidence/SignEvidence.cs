namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that the challenger has more bad requests than an equal baseline in more windows than chance allows, by nothing but the sign of the difference:
/// factors of 2q when it has more and 2(1 - q) when it has fewer, q of 0.6, 0.75 and 0.9. It holds while the arms' windows are exchangeable, also when bursts
/// hit one arm alone, and however violent they are; in return a step is seen after eleven windows at the earliest. Where the arms differ in size the larger
/// is thinned to the smaller: the factor is its mean over all ways to draw as many requests from it, which keeps the expectation at 1 and needs no dice.
/// A value: copying it forks the process. No allocation per update.
/// </summary>
public struct SignEvidence
{
    private const int Odds = 3;

    private static readonly double[] Chances = [0.6, 0.75, 0.9];

    private RestartMixture _mixture;

    /// <param name="plannedWindows">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public SignEvidence(int plannedWindows) => _mixture = new RestartMixture(Odds, plannedWindows);

    /// <inheritdoc cref="RestartMixture.LogEvidence"/>
    public readonly double LogEvidence => _mixture.LogEvidence;

    /// <inheritdoc cref="RestartMixture.PeakLogEvidence"/>
    public readonly double PeakLogEvidence => _mixture.PeakLogEvidence;

    /// <summary>One window; a certain tie, and one in which an arm has no requests, say nothing and are skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are bad than there are.</exception>
    public void Update(long challengerBad, long challengerRequests, long baselineBad, long baselineRequests)
    {
        Counts.Check(challengerBad, challengerRequests);
        Counts.Check(baselineBad, baselineRequests);
        if (challengerRequests == 0 || baselineRequests == 0)
        {
            return;
        }

        var (more, fewer) = challengerRequests <= baselineRequests
            ? Hypergeometric.Sides(baselineRequests, baselineBad, challengerRequests, challengerBad)
            : Swapped(Hypergeometric.Sides(challengerRequests, challengerBad, baselineRequests, baselineBad));
        if (more == 0 && fewer == 0)
        {
            return;
        }

        Span<double> factors = stackalloc double[Odds];
        for (var i = 0; i < Odds; i++)
        {
            factors[i] = LogSum.OnePlus(((2 * Chances[i]) - 1) * (more - fewer));
        }

        _mixture.Update(factors);
    }

    private static (double Below, double Above) Swapped((double Below, double Above) sides) => (sides.Above, sides.Below);
}
