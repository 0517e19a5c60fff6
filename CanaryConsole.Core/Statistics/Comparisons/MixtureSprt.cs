namespace CanaryConsole.Core.Statistics;

/// <summary>
/// The mixture sequential probability ratio test of a difference of means or rates: the effect's prior under the alternative is normal around 0. With V the
/// variance of the difference d at this look and tau the prior's standard deviation, ln LR = ln(V / (V + tau^2)) / 2 + d^2 tau^2 / (2 V (V + tau^2)), and
/// min 1/LR over the looks is a p-value at any of them. Exact for normal data of known variance, asymptotic with an estimated one: not for rare errors, and
/// not over stages of a ramp taken together. Source: Johari, Koomen, Pekelis and Walsh, Operations Research 70:1806, 2022. A value: copying it forks the process.
/// </summary>
public struct MixtureSprt
{
    private readonly double _priorVariance;

    /// <param name="priorDeviation">tau, the size of an effect worth finding, in the unit of the difference; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its bounds, or NaN.</exception>
    public MixtureSprt(double priorDeviation)
    {
        Finite.CheckPositive(priorDeviation);
        _priorVariance = priorDeviation * priorDeviation;
    }

    /// <summary>ln LR at the last look, 0 before the first.</summary>
    public double LogRatio { get; private set; }

    /// <summary>The greatest ln LR so far, at least 0.</summary>
    public double PeakLogRatio { get; private set; }

    /// <summary>Always valid: at most alpha with probability at most alpha over all looks together, while there is no difference.</summary>
    public readonly double P => Math.Exp(-PeakLogRatio);

    /// <summary>One look at all data so far. A variance of 0 says nothing of how much chance moves the difference: the look changes nothing.</summary>
    /// <param name="difference">d, finite.</param>
    /// <param name="variance">V, the squared standard error of d; finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public void Look(double difference, double variance)
    {
        Finite.Check(difference);
        Finite.CheckNotNegative(variance);
        if (variance == 0)
        {
            return;
        }

        var total = variance + _priorVariance;
        LogRatio = (0.5 * Math.Log(variance / total)) + (difference * difference * _priorVariance / (2 * variance * total));
        PeakLogRatio = Math.Max(PeakLogRatio, LogRatio);
    }
}
