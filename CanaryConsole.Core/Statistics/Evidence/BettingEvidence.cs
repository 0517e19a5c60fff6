namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that the expected part of bad requests is above a limit, whatever clustering there is inside a window: bets of 1 + (c/r)(y - r) on the part y that
/// was bad, c of 0.1, 0.3, 0.6 and 0.9 (Waudby-Smith and Ramdas, JRSSB 86:1, 2024). Slower than <see cref="RateEvidence"/> by 3 to 10 windows, and unmoved by
/// bursts that hit both arms. Bursts of one arm alone bias it against a champion: see <see cref="SignEvidence"/>. A value: copying it forks the process. No
/// allocation per update.
/// </summary>
public struct BettingEvidence
{
    private const int Bets = 4;

    private static readonly double[] Sizes = [0.1, 0.3, 0.6, 0.9];

    private RestartMixture _mixture;

    /// <param name="plannedWindows">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public BettingEvidence(int plannedWindows) => _mixture = new RestartMixture(Bets, plannedWindows);

    /// <inheritdoc cref="RestartMixture.LogEvidence"/>
    public readonly double LogEvidence => _mixture.LogEvidence;

    /// <inheritdoc cref="RestartMixture.PeakLogEvidence"/>
    public readonly double PeakLogEvidence => _mixture.PeakLogEvidence;

    /// <inheritdoc cref="RestartMixture.Forget"/>
    public void Forget() => _mixture.Forget();

    /// <summary>One window; one of nothing changes nothing.</summary>
    /// <param name="bad">0 to <paramref name="all"/>: bad requests of all requests, or the challenger's bad requests of both arms'.</param>
    /// <param name="limit">The greatest expected part that is still good in this window, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public void Update(long bad, long all, double limit)
    {
        Counts.Check(bad, all);
        Rates.Check(limit);
        Bet(bad, all, limit);
    }

    /// <summary>One window of both arms, as <see cref="ShareEvidence"/>: of their bad requests the challenger's part against its part of the requests.</summary>
    /// <param name="margin">Odds of a bad request that are still good, as a multiple of the champion's; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are bad than there are; or the margin is below 1 or not finite.</exception>
    public void Update(long challengerBad, long challengerRequests, long championBad, long championRequests, double margin = 1)
    {
        Counts.Check(challengerBad, challengerRequests);
        Counts.Check(championBad, championRequests);
        Rates.CheckMargin(margin);
        if (challengerRequests > 0 && championRequests > 0)
        {
            Bet(challengerBad, (double)challengerBad + championBad, Rates.Share(margin, challengerRequests, championRequests));
        }
    }

    private void Bet(double bad, double all, double limit)
    {
        if (all == 0)
        {
            return;
        }

        Span<double> factors = stackalloc double[Bets];
        var surplus = Math.Min(bad / all / limit, double.MaxValue) - 1;
        for (var i = 0; i < Bets; i++)
        {
            factors[i] = LogSum.OnePlus(Sizes[i] * surplus);
        }

        _mixture.Update(factors);
    }
}
