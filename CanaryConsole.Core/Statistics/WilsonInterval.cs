namespace CanaryConsole.Core.Statistics;

/// <summary>The Wilson score interval of a proportion (E. B. Wilson, JASA 22:209, 1927): sound at small counts and at 0.</summary>
public static class WilsonInterval
{
    private const double Z95 = 1.959963984540054;

    /// <summary>The two-sided 95 % interval of <paramref name="hits"/> out of <paramref name="trials"/>.</summary>
    /// <param name="hits">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its bounds.</exception>
    public static (Percentage Low, Percentage High) At95(long hits, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);

        var rate = (double)hits / trials;
        var spread = Z95 * Z95 / trials;
        var centre = (rate + (spread / 2)) / (1 + spread);
        var half = Z95 / (1 + spread) * Math.Sqrt((rate * (1 - rate) / trials) + (spread / (4 * trials)));
        return (Percentage.FromFraction(Math.Clamp(centre - half, 0, rate)), Percentage.FromFraction(Math.Clamp(centre + half, rate, 1)));
    }
}
