using MathNet.Numerics.Distributions;

namespace CanaryConsole.Core.Statistics;

/// <summary>What is believed of the challenger after the data.</summary>
/// <param name="Chance">That the challenger is the greater, 0 to 1.</param>
/// <param name="Risk">What taking the challenger loses on average: the expectation of max(champion - challenger, 0), in the unit of what is compared.</param>
public readonly record struct Belief(double Chance, double Risk);

/// <summary>
/// Chance to win and risk, where greater is better; swap the arms where less is. Statements of belief: not calibrated under repeated looking, and no
/// replacement for a sequential test.
/// </summary>
public static class ChanceToWin
{
    /// <summary>
    /// Of two rates with uniform priors, exact: each sum is over one of the four posterior counts, the smallest, so time grows with that. Source: E. Miller,
    /// Formulas for Bayesian A/B Testing, 2015. The risk is a difference of two such sums, good to 1e-12.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A sample is the default one without trials.</exception>
    public static Belief OfRates(BinomialSample champion, BinomialSample challenger)
    {
        Counts.CheckFilled(champion);
        Counts.CheckFilled(challenger);
        var (a, b) = (champion.Hits + 1, champion.Trials - champion.Hits + 1);
        var (c, d) = (challenger.Hits + 1, challenger.Trials - challenger.Hits + 1);

        // E[p; p > q] of a beta variable is its mean times the chance of one with a hit more.
        var kept = (double)a / (a + b) * (1 - BetaRace.SecondWins(a + 1, b, c, d));
        var gained = (double)c / (c + d) * (1 - BetaRace.SecondWins(a, b, c + 1, d));
        return new Belief(BetaRace.SecondWins(a, b, c, d), Math.Max(0, kept - gained));
    }

    /// <summary>
    /// Of a difference that is normal, by default with a flat prior: Phi(mu / sigma) of the posterior, and its expected loss
    /// sigma phi(mu / sigma) - mu Phi(-mu / sigma). A standard error of 0 is refused: nothing is known of the difference then.
    /// </summary>
    /// <param name="difference">Challenger minus champion, finite.</param>
    /// <param name="standardError">Finite and above 0.</param>
    /// <param name="priorDeviation">Standard deviation of the prior, which is normal around 0; above 0, infinity for a flat one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public static Belief OfMeans(double difference, double standardError, double priorDeviation = double.PositiveInfinity)
    {
        Finite.Check(difference);
        Finite.CheckPositive(standardError);
        if (priorDeviation is not > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(priorDeviation), priorDeviation, "The prior's standard deviation is above 0.");
        }

        var shrinkage = 1 / (1 + (standardError / priorDeviation * (standardError / priorDeviation)));
        var mean = difference * shrinkage;
        var deviation = standardError * Math.Sqrt(shrinkage);
        var z = mean / deviation;
        return new Belief(Normal.CDF(0, 1, z), Math.Max(0, (deviation * Normal.PDF(0, 1, z)) - (mean * Normal.CDF(0, 1, -z))));
    }
}
