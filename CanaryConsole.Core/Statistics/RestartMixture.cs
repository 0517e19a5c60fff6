using System.Runtime.CompilerServices;

namespace CanaryConsole.Core.Statistics;

/// <summary>
/// An e-process that never forgets to look at the present: a mixture over alternatives and over the windows in which a change may begin. Per window t with
/// likelihood factors L_t: R_t = (R_{t-1} + w_t) L_t for each alternative, M_t = mean R_t + 1 - (w_1 + ... + w_t), M_0 = 1. Half of all the weight starts
/// with the first window, the other half is spread evenly over the planned windows. While the null holds, the expectation of each factor is at most 1, so M is
/// a non-negative supermartingale and P(M ever reaches 1/alpha) is at most alpha, however often and whenever one looks (Ville 1939; the restart is that of
/// Shiryaev and Roberts, as in E-detectors by Shin, Ramdas and Rinaldo). All of it in natural logarithms. A value: copying it forks the process. Not thread-safe.
/// </summary>
public struct RestartMixture
{
    /// <summary>The most alternatives one mixture can hold.</summary>
    public const int MaximumAlternatives = 8;

    private readonly int _alternatives;
    private readonly int _plannedWindows;
    private readonly double _logFirstWeight;
    private readonly double _logWeight;
    private Logarithms _logR;

    /// <param name="alternatives">1 to <see cref="MaximumAlternatives"/>.</param>
    /// <param name="plannedWindows">H, the windows in which a change may begin; at least 1. Later windows are still watched for what began before.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds.</exception>
    public RestartMixture(int alternatives, int plannedWindows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alternatives);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(alternatives, MaximumAlternatives);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plannedWindows);
        _alternatives = alternatives;
        _plannedWindows = plannedWindows;
        _logFirstWeight = Math.Log(0.5 + (0.5 / plannedWindows));
        _logWeight = Math.Log(0.5 / plannedWindows);
        ((Span<double>)_logR)[..alternatives].Fill(double.NegativeInfinity);
    }

    /// <summary>Windows seen so far.</summary>
    public int Windows { get; private set; }

    /// <summary>ln M: 0 at the start, the same number for every guard; the evidence is conclusive at ln(1/alpha).</summary>
    public double LogEvidence { get; private set; }

    /// <summary>The greatest ln M so far, at least 0.</summary>
    public double PeakLogEvidence { get; private set; }

    /// <summary>The always-valid p-value, 1/max M: at most alpha as soon as M has once reached 1/alpha.</summary>
    public readonly double AlwaysValidP => Math.Exp(-PeakLogEvidence);

    /// <summary>One window. No allocation.</summary>
    /// <param name="logFactors">ln L of each alternative, finite or negative infinity.</param>
    /// <exception cref="ArgumentException">Another number of factors than alternatives, or one that is NaN or positive infinity.</exception>
    public void Update(ReadOnlySpan<double> logFactors)
    {
        if (logFactors.Length != _alternatives)
        {
            throw new ArgumentException($"There are {logFactors.Length} factors for {_alternatives} alternatives.", nameof(logFactors));
        }

        var weight = Windows == 0 ? _logFirstWeight : Windows < _plannedWindows ? _logWeight : double.NegativeInfinity;
        var sum = double.NegativeInfinity;
        for (var i = 0; i < logFactors.Length; i++)
        {
            if (!(logFactors[i] < double.PositiveInfinity))
            {
                throw new ArgumentException($"Factor {i} is {logFactors[i]}: a factor is a finite number.", nameof(logFactors));
            }

            _logR[i] = LogSum.Add(_logR[i], weight) + logFactors[i];
            sum = LogSum.Add(sum, _logR[i]);
        }

        Windows++;
        LogEvidence = LogSum.Add(sum - Math.Log(_alternatives), LogUnspent);
        PeakLogEvidence = Math.Max(PeakLogEvidence, LogEvidence);
    }

    /// <summary>
    /// Drops what was gathered and keeps what has not been spent: later windows count afresh. M only becomes smaller by it, so the bound holds however often
    /// and whenever it is done. After the planned windows nothing is left to begin with, and M stays 0.
    /// </summary>
    public void Forget()
    {
        if (Windows == 0)
        {
            return;
        }

        ((Span<double>)_logR)[.._alternatives].Fill(double.NegativeInfinity);
        LogEvidence = LogUnspent;
    }

    private readonly double LogUnspent => Windows >= _plannedWindows ? double.NegativeInfinity : Math.Log(0.5 * (_plannedWindows - Windows) / _plannedWindows);

    [InlineArray(MaximumAlternatives)]
    private struct Logarithms
    {
        private double _first;
    }
}
