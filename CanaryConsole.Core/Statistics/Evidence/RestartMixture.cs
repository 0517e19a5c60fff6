using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CanaryConsole.Core.Statistics;

/// <summary>
/// An e-process that never forgets to look at the present: a mixture over alternatives and over the windows in which a change may begin. Per window t with
/// likelihood factors L_t: R_t = (R_{t-1} + w_t) L_t for each alternative, M_t = mean R_t + 1 - (w_1 + ... + w_t), M_0 = 1. Half of all the weight starts
/// with the first window, 0.45 is spread evenly over the planned windows H, and 0.05 over all that come after them (w_t = 0.05 H / (t (t - 1))), so that a
/// rollout that is held beyond its plan is still guarded. While the null holds, the expectation of each factor is at most 1, so M is a non-negative
/// supermartingale and P(M ever reaches 1/alpha) is at most alpha, however often and whenever one looks (Ville 1939; the restart is that of Shiryaev and
/// Roberts, as in E-detectors by Shin, Ramdas and Rinaldo). Hours of health and a flood of failures alike stay within the
/// range of a double: numbers turn into logarithms before they would leave it. A window that says nothing (an arm without requests) is not given to it and spends no weight: whether it does is known before its outcome is,
/// so the process is the same one, counted in windows that speak. A value: copying it forks the process. Not thread-safe.
/// </summary>
public struct RestartMixture
{
    /// <summary>The most alternatives one mixture can hold.</summary>
    public const int MaximumAlternatives = 8;

    private const double First = 0.5;
    private const double Planned = 0.45;
    private const double Later = 0.05;

    // Between these no product leaves the range of a double, and the sums need no logarithms. Downwards none is needed: what is lost there is nothing beside
    // the weight that every window adds.
    private const double GreatestFactor = 400;
    private const double GreatestR = 1e100;
    private const double LeastFactor = -700;
    private const double Lost = LeastFactor - 1;

    private readonly int _alternatives;
    private readonly int _plannedWindows;
    private bool _isInLogarithms;
    private Alternatives _r;

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

        var greatest = double.NegativeInfinity;
        for (var i = 0; i < logFactors.Length; i++)
        {
            if (!(logFactors[i] < double.PositiveInfinity))
            {
                throw new ArgumentException($"Factor {i} is {logFactors[i]}: a factor is a finite number.", nameof(logFactors));
            }

            greatest = Math.Max(greatest, logFactors[i]);
        }

        var weight = Weight(Windows + 1.0);
        Windows++;
        LogEvidence = _isInLogarithms || greatest > GreatestFactor ? InLogarithms(logFactors, weight) : InNumbers(logFactors, weight);
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

        ((Span<double>)_r).Clear();
        _isInLogarithms = false;
        LogEvidence = Math.Log(Unspent(Windows));
    }

    private double InNumbers(ReadOnlySpan<double> logFactors, double weight)
    {
        // Lanes beyond the alternatives stay at 0.
        Span<double> factors = stackalloc double[MaximumAlternatives];
        factors.Fill(Lost);
        logFactors.CopyTo(factors);
        Span<double> r = _r;
        var (sum, most) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var i = 0; i < MaximumAlternatives; i += Vector256<double>.Count)
        {
            var logarithms = Vector256.Create<double>(factors[i..]);
            var lost = Vector256.LessThan(logarithms, Vector256.Create(LeastFactor));

            // One number outside of the range of an exponential would have the whole vector computed one by one.
            var likelihoods = Vector256.Exp(Vector256.Max(logarithms, Vector256.Create(Lost)));
            var one = (Vector256.Create<double>(r[i..]) + Vector256.Create(weight)) * Vector256.ConditionalSelect(lost, Vector256<double>.Zero, likelihoods);
            one.CopyTo(r[i..]);
            sum += one;
            most = Vector256.Max(most, one);
        }

        if (Vector256.GreaterThanAny(most, Vector256.Create(GreatestR)))
        {
            for (var i = 0; i < _alternatives; i++)
            {
                _r[i] = Math.Log(_r[i]);
            }

            _isInLogarithms = true;
        }

        return Wide.Log((Vector256.Sum(sum) / _alternatives) + Unspent(Windows));
    }

    private double InLogarithms(ReadOnlySpan<double> logFactors, double weight)
    {
        var logWeight = Math.Log(weight);
        var logAlternatives = Math.Log(_alternatives);
        var evidence = Math.Log(Unspent(Windows));
        var greatest = double.NegativeInfinity;
        for (var i = 0; i < logFactors.Length; i++)
        {
            var one = LogSum.Add(_isInLogarithms ? _r[i] : Math.Log(_r[i]), logWeight) + logFactors[i];
            _r[i] = one;
            evidence = LogSum.Add(evidence, one - logAlternatives);
            greatest = Math.Max(greatest, one);
        }

        _isInLogarithms = greatest > Math.Log(GreatestR);
        for (var i = 0; !_isInLogarithms && i < _alternatives; i++)
        {
            _r[i] = Math.Exp(_r[i]);
        }

        return evidence;
    }

    private readonly double Weight(double window) => window switch
    {
        1 => First + (Planned / _plannedWindows),
        _ when window <= _plannedWindows => Planned / _plannedWindows,
        _ => Later * _plannedWindows / window / (window - 1),
    };

    private readonly double Unspent(double windows) => windows < _plannedWindows
        ? Later + (Planned * ((_plannedWindows - windows) / _plannedWindows))
        : Later * (_plannedWindows / windows);

    [InlineArray(MaximumAlternatives)]
    private struct Alternatives
    {
        private double _first;
    }
}
