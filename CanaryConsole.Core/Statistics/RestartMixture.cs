using System.Runtime.CompilerServices;

namespace CanaryConsole.Core.Statistics;

/// <summary>
/// An e-process that never forgets to look at the present: a mixture over alternatives and over the windows in which a change may begin. Per window t with
/// likelihood factors L_t: R_t = (R_{t-1} + w_t) L_t for each alternative, M_t = mean R_t + 1 - (w_1 + ... + w_t), M_0 = 1. Half of all the weight starts
/// with the first window, 0.45 is spread evenly over the planned windows H, and 0.05 over all that come after them (w_t = 0.05 H / (t (t - 1))), so that a
/// rollout that is held beyond its plan is still guarded. While the null holds, the expectation of each factor is at most 1, so M is a non-negative
/// supermartingale and P(M ever reaches 1/alpha) is at most alpha, however often and whenever one looks (Ville 1939; the restart is that of Shiryaev and
/// Roberts, as in E-detectors by Shin, Ramdas and Rinaldo). All of it in natural logarithms: neither hours of health nor a flood of failures leaves the range
/// of a double. A window that says nothing (an arm without requests) is not given to it and spends no weight: whether it does is known before its outcome is,
/// so the process is the same one, counted in windows that speak. A value: copying it forks the process. Not thread-safe.
/// </summary>
public struct RestartMixture
{
    /// <summary>The most alternatives one mixture can hold.</summary>
    public const int MaximumAlternatives = 8;

    private const double First = 0.5;
    private const double Planned = 0.45;
    private const double Later = 0.05;

    private readonly int _alternatives;
    private readonly int _plannedWindows;
    private readonly double _logPlannedWeight;
    private readonly double _logAlternatives;
    private Logarithms _logR;

    /// <param name="alternatives">1 to <see cref="MaximumAlternatives"/>.</param>
    /// <param name="plannedWindows">H, the windows the rollout is planned to take; at least 1. A change is seen a little later for each doubling, by ln 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds.</exception>
    public RestartMixture(int alternatives, int plannedWindows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alternatives);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(alternatives, MaximumAlternatives);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plannedWindows);
        _alternatives = alternatives;
        _plannedWindows = plannedWindows;
        _logPlannedWeight = Math.Log(Planned / plannedWindows);
        _logAlternatives = Math.Log(alternatives);
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

    /// <summary>One window. No allocation. Nothing changes when it is refused.</summary>
    /// <param name="logFactors">ln L of each alternative, finite or negative infinity.</param>
    /// <exception cref="ArgumentException">Another number of factors than alternatives, or one that is NaN or positive infinity.</exception>
    public void Update(ReadOnlySpan<double> logFactors)
    {
        if (_alternatives == 0 || logFactors.Length != _alternatives)
        {
            throw new ArgumentException($"There are {logFactors.Length} factors for {_alternatives} alternatives.", nameof(logFactors));
        }

        for (var i = 0; i < logFactors.Length; i++)
        {
            if (!(logFactors[i] < double.PositiveInfinity))
            {
                throw new ArgumentException($"Factor {i} is {logFactors[i]}: a factor is a finite number.", nameof(logFactors));
            }
        }

        var weight = LogWeight(Windows + 1.0);
        Span<double> parts = stackalloc double[MaximumAlternatives + 1];
        var greatest = double.NegativeInfinity;
        for (var i = 0; i < logFactors.Length; i++)
        {
            var one = LogSum.Add(_logR[i], weight) + logFactors[i];
            _logR[i] = one;
            parts[i] = one - _logAlternatives;
            greatest = Math.Max(greatest, parts[i]);
        }

        Windows++;
        parts[_alternatives] = LogUnspent(Windows);
        greatest = Math.Max(greatest, parts[_alternatives]);
        var sum = 0.0;
        for (var i = 0; i <= _alternatives; i++)
        {
            sum += Math.Exp(parts[i] - greatest);
        }

        LogEvidence = greatest + Math.Log(sum);
        PeakLogEvidence = Math.Max(PeakLogEvidence, LogEvidence);
    }

    /// <summary>
    /// Drops what was gathered and keeps what has not been spent: later windows count afresh. M only becomes smaller by it, so the bound holds however often
    /// and whenever it is done.
    /// </summary>
    public void Forget()
    {
        if (Windows == 0)
        {
            return;
        }

        ((Span<double>)_logR)[.._alternatives].Fill(double.NegativeInfinity);
        LogEvidence = LogUnspent(Windows);
    }

    private readonly double LogWeight(double window) => window switch
    {
        1 => Math.Log(First + (Planned / _plannedWindows)),
        _ when window <= _plannedWindows => _logPlannedWeight,
        _ => Math.Log(Later * _plannedWindows / window / (window - 1)),
    };

    private readonly double LogUnspent(double windows) => windows < _plannedWindows
        ? Math.Log(Later + (Planned * ((_plannedWindows - windows) / _plannedWindows)))
        : Math.Log(Later * (_plannedWindows / windows));

    [InlineArray(MaximumAlternatives)]
    private struct Logarithms
    {
        private double _first;
    }
}
