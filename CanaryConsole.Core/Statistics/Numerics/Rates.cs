using System.Runtime.CompilerServices;

namespace CanaryConsole.Core.Statistics;

/// <summary>What a rate of the null must be before anything is computed from it.</summary>
internal static class Rates
{
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and below 1, or NaN.</exception>
    public static void Check(double rate, [CallerArgumentExpression(nameof(rate))] string name = "")
    {
        if (rate is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(name, rate, $"{name} is {rate}; it is above 0 and below 1.");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">It is below 1, infinite or NaN.</exception>
    public static void CheckMargin(double margin, [CallerArgumentExpression(nameof(margin))] string name = "")
    {
        if (margin is not (>= 1 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(name, margin, $"{name} is {margin}; it is a finite number of at least 1.");
        }
    }

    /// <summary>
    /// The part of both arms' bad requests that is the challenger's when its odds of a bad request are <paramref name="margin"/> times the champion's:
    /// d w / (d w + 1 - w). Never rounded to 1, which no test could reject.
    /// </summary>
    /// <param name="challenger">Its requests, at least 1.</param>
    /// <param name="champion">Its requests, at least 1.</param>
    public static double Share(double margin, long challenger, long champion) => Math.Min(1 / (1 + (champion / (margin * challenger))), Math.BitDecrement(1.0));
}
