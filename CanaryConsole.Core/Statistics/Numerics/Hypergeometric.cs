using MathNet.Numerics.Distributions;

namespace CanaryConsole.Core.Statistics;

/// <summary>How many marked ones are among those drawn without replacement.</summary>
internal static class Hypergeometric
{
    // A side's sum keeps twelve digits when terms this far below the greatest are left out.
    private const double Negligible = 1e-18;

    // A deviation of 100,000 requests: the normal distribution is within a millionth there, and the sum would be long.
    private const double MostVariance = 1e10;

    /// <summary>
    /// The probabilities of fewer and of more than <paramref name="hits"/> marked ones among <paramref name="drawn"/> of <paramref name="population"/>. Terms are
    /// summed from the most likely one outwards, each from the one before, so the work grows with the standard deviation only.
    /// </summary>
    /// <param name="population">At least 1.</param>
    /// <param name="marked">0 to <paramref name="population"/>.</param>
    /// <param name="drawn">1 to <paramref name="population"/>.</param>
    public static (double Below, double Above) Sides(long population, long marked, long drawn, long hits)
    {
        var least = Math.Max(0, drawn - (population - marked));
        var most = Math.Min(marked, drawn);
        var mode = Math.Clamp((long)((drawn + 1.0) * (marked + 1.0) / (population + 2.0)), least, most);
        var part = (double)marked / population;
        var variance = drawn * part * (1 - part) * ((double)(population - drawn) / Math.Max(1, population - 1));
        if (variance > MostVariance)
        {
            var (mean, deviation) = (drawn * part, Math.Sqrt(variance));
            return (Normal.CDF(mean, deviation, hits - 0.5), Normal.CDF(-mean, deviation, -hits - 0.5));
        }

        double below = 0, above = 0, all = 0;
        var term = 1.0;
        for (var k = mode; k <= most && term > Negligible; k++)
        {
            Count(k, term);
            term *= (double)(marked - k) * (drawn - k) / ((k + 1.0) * (population - marked - drawn + k + 1));
        }

        term = 1.0;
        for (var k = mode; k > least && term > Negligible; k--)
        {
            term *= (double)k * (population - marked - drawn + k) / ((marked - k + 1.0) * (drawn - k + 1));
            Count(k - 1, term);
        }

        return (below / all, above / all);

        void Count(long k, double weight)
        {
            all += weight;
            below += k < hits ? weight : 0;
            above += k > hits ? weight : 0;
        }
    }
}
