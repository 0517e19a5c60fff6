using CanaryConsole.Core.Statistics;
using CanaryConsole.Core.Statistics.Kayenta;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>Published tests of the challenger against the champion, looked at again and again over all data since the start.</summary>
internal static class ComparingRules
{
    private const double Alpha = 0.01;

    /// <summary>Of one side at 1 %.</summary>
    private const double Z = 2.3263478740408408;

    public static NamedRule RepeatedZ { get; } = new("repeated cumulative z", () => new ZRule());

    public static NamedRule MixtureSprt { get; } = new("mSPRT normal plug-in (tau .001)", () => new SprtRule());

    public static NamedRule AsymptoticSequence { get; } = new("GrowthBook asymptotic CS", () => new SequenceRule());

    public static NamedRule Kayenta { get; } = new("Kayenta repeated MW (10 min)", () => new KayentaRule());

    private abstract class CumulativeRule : IRule
    {
        private long _challenger;
        private long _challengerBad;
        private long _champion;
        private long _championBad;

        protected double Difference => Challenger - Champion;

        protected double Pooled => (double)(_challengerBad + _championBad) / (_challenger + _champion);

        protected double Sizes => (1.0 / _challenger) + (1.0 / _champion);

        protected long Requests => _challenger + _champion;

        /// <summary>Of the difference, each arm with its own rate.</summary>
        protected double Variance => (Challenger * (1 - Challenger) / _challenger) + (Champion * (1 - Champion) / _champion);

        private double Challenger => (double)_challengerBad / _challenger;

        private double Champion => (double)_championBad / _champion;

        public bool Look(in TrafficWindow window)
        {
            (_challenger, _challengerBad) = (_challenger + window.Challenger, _challengerBad + window.ChallengerBad);
            (_champion, _championBad) = (_champion + window.Champion, _championBad + window.ChampionBad);
            return Beyond();
        }

        protected abstract bool Beyond();
    }

    private sealed class ZRule : CumulativeRule
    {
        protected override bool Beyond() => Difference > Z * Math.Sqrt(Pooled * (1 - Pooled) * Sizes);
    }

    private sealed class SprtRule : CumulativeRule
    {
        private MixtureSprt _test = new(0.001);

        protected override bool Beyond()
        {
            _test.Look(Difference, Pooled * (1 - Pooled) * Sizes);
            return Difference > 0 && _test.LogRatio >= -Math.Log(Alpha);
        }
    }

    private sealed class SequenceRule : CumulativeRule
    {
        protected override bool Beyond() =>
            Difference > 0 && AsymptoticConfidenceSequence.OneSided(Difference, Math.Sqrt(Variance), Requests, Alpha).Interval.Low > 0;
    }

    // An hour of minutes against the equal baseline, in percent, judged every ten minutes.
    private sealed class KayentaRule : IRule
    {
        private const int Points = 60;
        private const int Every = 10;

        private static readonly KayentaMetric Metric = new() { Name = "errors", Groups = ["errors"], Direction = KayentaDirection.Increase };

        private readonly List<double> _baseline = [];
        private readonly List<double> _canary = [];

        public bool Look(in TrafficWindow window)
        {
            _baseline.Add(100.0 * window.BaselineBad / window.Challenger);
            _canary.Add(100.0 * window.ChallengerBad / window.Challenger);
            if (_canary.Count % Every != 0)
            {
                return false;
            }

            if (_canary.Count > Points)
            {
                _baseline.RemoveRange(0, Every);
                _canary.RemoveRange(0, Every);
            }

            return KayentaJudge.Classify(Metric, _baseline.ToArray(), _canary.ToArray()).Class == KayentaClass.High;
        }
    }
}
