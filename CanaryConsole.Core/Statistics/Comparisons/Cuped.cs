namespace CanaryConsole.Core.Statistics;

/// <summary>Outcomes less what was known before.</summary>
/// <param name="Theta">Outcome by covariate: what one unit of the covariate explains.</param>
/// <param name="Champion">To be compared by <see cref="WelchTest"/> or a confidence sequence, as <paramref name="Challenger"/>.</param>
/// <param name="VarianceReduction">The part of the variance within the arms that is gone, 0 to 1: the squared correlation.</param>
public readonly record struct CupedResult(double Theta, Moments Champion, Moments Challenger, double VarianceReduction);

/// <summary>
/// CUPED: the outcome less theta times the covariate's distance from its mean over both arms, theta = cov(Y, X) / var(X) pooled within the arms. The difference
/// of the adjusted means has the same expectation and less variance. Source: Deng, Xu, Kohavi and Walker, WSDM 2013.
/// </summary>
public static class Cuped
{
    /// <summary>A covariate without variance explains nothing: theta is 0 and nothing is adjusted.</summary>
    /// <param name="champion">At least 2 pairs, as <paramref name="challenger"/>.</param>
    /// <exception cref="ArgumentException">An arm has fewer than 2 pairs.</exception>
    public static CupedResult Adjust(CovariateMoments champion, CovariateMoments challenger)
    {
        champion.Outcome.CheckSpread(nameof(champion));
        challenger.Outcome.CheckSpread(nameof(challenger));
        var spread = Within(champion.Covariate, challenger.Covariate);
        var products = champion.Products + challenger.Products;
        var theta = spread == 0 ? 0 : products / spread;
        var whole = Within(champion.Outcome, challenger.Outcome);
        var centre = champion.Covariate;
        centre.Merge(challenger.Covariate);
        return new CupedResult(theta, Adjusted(champion), Adjusted(challenger), whole == 0 ? 0 : Math.Min(1, theta * products / whole));

        // Rounding may leave a variance that is explained wholly a little below 0.
        Moments Adjusted(CovariateMoments arm) => Moments.From(
            arm.Count,
            arm.Outcome.Mean - (theta * (arm.Covariate.Mean - centre.Mean)),
            Math.Max(0, arm.Outcome.Variance - (2 * theta * arm.Covariance) + (theta * theta * arm.Covariate.Variance)));
    }

    private static double Within(Moments one, Moments other) => (one.Variance * (one.Count - 1)) + (other.Variance * (other.Count - 1));
}
