using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Forecasts;

/// <summary>
/// The restart mixture of <see cref="RestartMixture"/> on its average path: R grows by the drift of each window and by the weight that may begin there. Many windows
/// of one drift are taken in one stride, by the geometric sum. An immutable value.
/// </summary>
internal sealed class ExpectedEvidence
{
    private readonly double[] _logR;
    private readonly double _logWeight;

    /// <param name="plannedWindows">H, at least 1.</param>
    public ExpectedEvidence(int plannedWindows)
        : this(Begun(), Math.Log(0.5 / plannedWindows))
    {
    }

    private ExpectedEvidence(double[] logR, double logWeight)
    {
        _logR = logR;
        _logWeight = logWeight;
    }

    /// <summary>ln M, without the part of the weight that is not yet spent.</summary>
    public double LogEvidence
    {
        get
        {
            var sum = double.NegativeInfinity;
            foreach (var logR in _logR)
            {
                sum = LogSum.Add(sum, logR);
            }

            return sum - Math.Log(_logR.Length);
        }
    }

    /// <param name="drifts">Of one window, per alternative.</param>
    /// <param name="windows">How many of them, at least 0.</param>
    public ExpectedEvidence After(ReadOnlySpan<double> drifts, double windows)
    {
        var logR = new double[_logR.Length];
        for (var i = 0; i < logR.Length; i++)
        {
            logR[i] = LogSum.Add(_logR[i] + (windows * drifts[i]), _logWeight + LogGeometric(drifts[i], windows));
        }

        return new ExpectedEvidence(logR, _logWeight);
    }

    // ln(e^d + e^2d + ... + e^nd), also for n between whole numbers.
    private static double LogGeometric(double drift, double windows)
    {
        if (windows <= 0)
        {
            return double.NegativeInfinity;
        }

        if (Math.Abs(drift) * windows < 1e-9)
        {
            return Math.Log(windows);
        }

        return drift > 0
            ? (drift * windows) + LogSum.OnePlus(-Math.Exp(-drift * windows)) - LogSum.OnePlus(-Math.Exp(-drift))
            : drift + LogSum.OnePlus(-Math.Exp(drift * windows)) - LogSum.OnePlus(-Math.Exp(drift));
    }

    private static double[] Begun()
    {
        var logR = new double[OddsAlternatives.Count];
        Array.Fill(logR, Math.Log(0.5));
        return logR;
    }
}
