namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that bad requests are more frequent than a null rate that every window brings anew: a limit, or the challenger's part of the requests of both
/// arms. The factors are those of <see cref="OddsAlternatives"/>, so whatever the windows were about, one bound holds over all of them. A twentieth of the
/// mixture is planned for a million windows: who stays longer than planned, at a gate over a weekend, is watched all the same. A value: copying it forks the
/// process.
/// </summary>
public struct OddsEvidence
{
    private const int BeyondPlan = 1_000_000;
    private const double BeyondPart = 0.05;

    private RestartMixture _planned;
    private RestartMixture _beyond;

    /// <param name="plannedWindows">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public OddsEvidence(int plannedWindows)
    {
        _planned = new RestartMixture(OddsAlternatives.Count, plannedWindows);
        _beyond = new RestartMixture(OddsAlternatives.Count, Math.Max(plannedWindows, BeyondPlan));
    }

    /// <summary>ln M: 0 at the start; the evidence is conclusive at ln(1/alpha).</summary>
    public readonly double LogEvidence => Mixed(_planned.LogEvidence, _beyond.LogEvidence);

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
            _planned.Update(factors);
            _beyond.Update(factors);
        }
    }

    /// <inheritdoc cref="RestartMixture.Forget"/>
    public void Forget()
    {
        _planned.Forget();
        _beyond.Forget();
    }

    private static double Mixed(double planned, double beyond) => LogSum.Add(Math.Log(1 - BeyondPart) + planned, Math.Log(BeyondPart) + beyond);
}
