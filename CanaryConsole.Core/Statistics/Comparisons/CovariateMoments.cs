namespace CanaryConsole.Core.Statistics;

/// <summary>Means, variances and covariance of a stream of pairs: an outcome and what was known of the same unit before. A value: copying it forks the stream.</summary>
public struct CovariateMoments
{
    private Moments _outcome;
    private Moments _covariate;

    public readonly long Count => _outcome.Count;

    public readonly Moments Outcome => _outcome;

    public readonly Moments Covariate => _covariate;

    /// <summary>The sum of the products of both distances from their means.</summary>
    internal double Products { get; private set; }

    /// <summary>Unbiased, by n - 1; 0 below 2 pairs.</summary>
    public readonly double Covariance => Count < 2 ? 0 : Products / (Count - 1);

    /// <param name="outcome">Finite.</param>
    /// <param name="covariate">Finite; from before the unit met either arm, else the comparison is biased.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    public void Add(double outcome, double covariate)
    {
        Finite.Check(outcome);
        Finite.Check(covariate);
        var distance = outcome - _outcome.Mean;
        _outcome.Add(outcome);
        _covariate.Add(covariate);
        Products += distance * (covariate - _covariate.Mean);
    }

    /// <summary>Adds all that another stream has seen.</summary>
    public void Merge(CovariateMoments other)
    {
        if (other.Count == 0)
        {
            return;
        }

        var weight = (double)Count / (Count + other.Count) * other.Count;
        Products += other.Products + ((other._outcome.Mean - _outcome.Mean) * (other._covariate.Mean - _covariate.Mean) * weight);
        _outcome.Merge(other._outcome);
        _covariate.Merge(other._covariate);
    }
}
