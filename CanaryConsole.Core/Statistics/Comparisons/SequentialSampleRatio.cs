namespace CanaryConsole.Core.Statistics;

/// <summary>
/// The test for a sample ratio mismatch that may be looked at as often as one likes: the Bayes factor of Dirichlet-multinomial against multinomial counts, with
/// the prior's mean at the shares that were set. While the split is as set, P(the factor ever reaches 1/alpha) is at most alpha, for fixed shares and requests
/// split independently of each other. Source: M. Lindon and A. Malek, Anytime-Valid Inference for Multinomial Count Data, NeurIPS 2022. A value: copying it forks
/// the process.
/// </summary>
public struct SequentialSampleRatio
{
    /// <summary>How sure the prior is that the split is nearly as set, in requests.</summary>
    public const double DefaultConcentration = 10_000;

    private readonly double[] _shares;
    private readonly double _concentration;

    /// <param name="shares">At least 2, each above 0, together 1.</param>
    /// <param name="concentration">Finite and above 0; small finds gross mismatches soon, great finds slight ones at last.</param>
    /// <exception cref="ArgumentException">A value is outside its bounds.</exception>
    public SequentialSampleRatio(ReadOnlySpan<double> shares, double concentration = DefaultConcentration)
    {
        Shares.Check(shares);
        Finite.CheckPositive(concentration);
        _shares = shares.ToArray();
        _concentration = concentration;
    }

    /// <summary>ln of the Bayes factor at the last look, 0 before the first.</summary>
    public double LogBayesFactor { get; private set; }

    /// <summary>The greatest so far, at least 0.</summary>
    public double PeakLogBayesFactor { get; private set; }

    /// <summary>Always valid: the smallest 1/BF so far.</summary>
    public readonly double P => Math.Exp(-PeakLogBayesFactor);

    /// <summary>One look at all counts so far, not only at the new ones. Counts of 0 say nothing.</summary>
    /// <param name="counts">Requests by arm since the shares were set, each at least 0.</param>
    /// <exception cref="ArgumentException">A count is negative, or there are not as many as shares.</exception>
    public void Look(ReadOnlySpan<long> counts)
    {
        var total = Shares.Total(counts, _shares) + _concentration;

        // ln Gamma(A) - ln Gamma(A + n) + sum ln Gamma(a + n) - ln Gamma(a) - n ln share, with what cancels left out.
        var factor = (0.5 * Math.Log(total / _concentration)) - BetaKernel.StirlingError(total) + BetaKernel.StirlingError(_concentration);
        for (var arm = 0; arm < counts.Length; arm++)
        {
            var prior = _concentration * _shares[arm];
            var posterior = prior + counts[arm];
            factor += BetaKernel.Deviance(posterior, total * _shares[arm]) - (0.5 * Math.Log(posterior / prior))
                + BetaKernel.StirlingError(posterior) - BetaKernel.StirlingError(prior);
        }

        LogBayesFactor = factor;
        PeakLogBayesFactor = Math.Max(PeakLogBayesFactor, factor);
    }
}
