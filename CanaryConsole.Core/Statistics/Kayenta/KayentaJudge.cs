using MathNet.Numerics.Distributions;

namespace CanaryConsole.Core.Statistics.Kayenta;

/// <summary>
/// Kayenta's NetflixACAJudge as published, for comparison and for those who come from it: a metric is High where the whole 98 % Mann-Whitney interval of the
/// shift lies above a quarter of the absolute Hodges-Lehmann estimate, and the ratio of means is at least the allowed increase; Low is its mirror image.
/// The test is R's wilcox.test in its normal form with tie and continuity correction, its ends found to 1e-4 in the metric's own unit, so the
/// class can depend on whether a rate is written as a fraction or in percent. Made for one look; judged again and again, its error adds up. Not taken
/// over: outlier removal and the effect size "cles", both off by default. Source: the NetflixACAJudge of spinnaker/kayenta.
/// </summary>
public static class KayentaJudge
{
    private const double Tolerance = 0.25;
    private const double ConfidenceLevel = 0.98;
    private const double RootTolerance = 1e-4;
    private const double NoiseScale = 1e-5;

    private static readonly double Quantile = Level.TwoSidedZ(ConfidenceLevel);

    /// <summary>Both arms in the same unit, one value per interval of time, in any order; NaN stands for an interval without data.</summary>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static KayentaResult Classify(KayentaMetric metric, ReadOnlySpan<double> baseline, ReadOnlySpan<double> canary)
    {
        var control = Clean(baseline, metric.ReplacesNaN);
        var experiment = Clean(canary, metric.ReplacesNaN);
        if (control.Length == 0 || experiment.Length == 0)
        {
            var missing = metric.ReplacesNaN ? KayentaClass.Pass
                : metric is { MustHaveData: true, IsCritical: false } ? KayentaClass.NodataFail
                : KayentaClass.Nodata;
            return Result(missing, 1);
        }

        if (experiment.AsSpan().SequenceEqual(control) || (IsConstant(experiment) && IsConstant(control) && experiment[0] == control[0]))
        {
            return Result(KayentaClass.Pass, 1);
        }

        // The published judge fails on one value against another; it is too little to compare.
        if (control.Length == 1 && experiment.Length == 1)
        {
            return Result(KayentaClass.Nodata, 1);
        }

        var effect = MeanRatio(control, experiment);

        // Two different constants would leave the test nothing but ties when one is shifted onto the other.
        if (IsConstant(experiment) && IsConstant(control))
        {
            var (of, by) = (experiment[0], control[0]);
            AddNoise(experiment, of == 0 ? by : of);
            AddNoise(control, by == 0 ? of : by);
        }

        return Result(Compare(metric, control, experiment, effect), effect);

        KayentaResult Result(KayentaClass @class, double effect) => new(metric.Name, metric.Groups, @class, effect, metric.IsCritical);
    }

    private static KayentaClass Compare(KayentaMetric metric, double[] control, double[] experiment, double effect)
    {
        var least = experiment[0] - control[^1];
        var greatest = experiment[^1] - control[0];
        var margin = Tolerance * Math.Abs(Shift(0));

        // NaN, where a mean is 0, is no reason against either.
        var high = metric.Direction != KayentaDirection.Decrease && Shift(Quantile) > margin && !(effect < metric.AllowedIncrease);
        var low = !high && metric.Direction != KayentaDirection.Increase && Shift(-Quantile) < -margin && !(effect > metric.AllowedDecrease);
        return high ? KayentaClass.High : low ? KayentaClass.Low : KayentaClass.Pass;

        double Shift(double quantile) =>
            Statistic(least, quantile) <= 0 ? least
            : Statistic(greatest, quantile) >= 0 ? greatest
            : BrentRoot.Find(shift => Statistic(shift, quantile), least, greatest, RootTolerance);

        double Statistic(double shift, double quantile)
        {
            var (u, variance) = RankSum.Of(experiment, control, shift);
            var distance = u - ((double)experiment.Length * control.Length / 2);
            return ((distance - (0.5 * Math.Sign(distance))) / Math.Sqrt(variance)) - quantile;
        }
    }

    private static double MeanRatio(double[] control, double[] experiment)
    {
        var (of, by) = (experiment.Average(), control.Average());
        return of == 0 || by == 0 ? double.NaN : of / by;
    }

    private static double[] Clean(ReadOnlySpan<double> values, bool replacesNaN)
    {
        var kept = new List<double>(values.Length);
        foreach (var value in values)
        {
            if (double.IsInfinity(value))
            {
                throw new ArgumentException("A value is infinite; a metric's values are finite, or NaN where there was no data.", nameof(values));
            }

            if (replacesNaN || !double.IsNaN(value))
            {
                kept.Add(double.IsNaN(value) ? 0 : value);
            }
        }

        kept.Sort();
        return [.. kept];
    }

    private static bool IsConstant(double[] sorted) => sorted[0] == sorted[^1];

    /// <summary>The normal scores of N(0, (1e-5 value)^2) instead of draws from it, so that the same samples always get the same class.</summary>
    private static void AddNoise(double[] constant, double value)
    {
        for (var i = 0; i < constant.Length; i++)
        {
            constant[i] += NoiseScale * Math.Abs(value) * Normal.InvCDF(0, 1, (i + 0.5) / constant.Length);
        }
    }
}
