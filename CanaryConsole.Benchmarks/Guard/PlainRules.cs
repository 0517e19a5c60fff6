using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>The same likelihood ratios without a restart: all that was seen since the start counts for ever.</summary>
internal static class PlainRules
{
    public static NamedRule Share { get; } = new("(ii) no restart", () => new PlainRule(null));

    public static NamedRule Rate(double limit) => new($"(i) no restart, p0={limit * 100:0.#} %", () => new PlainRule(limit));

    private sealed class PlainRule(double? limit) : IRule
    {
        private readonly double[] _sums = new double[OddsAlternatives.Count];
        private readonly double[] _factors = new double[OddsAlternatives.Count];

        public bool Look(in TrafficWindow window)
        {
            if (limit is { } most)
            {
                OddsAlternatives.LogFactors(window.ChallengerBad, window.Challenger, most, _factors);
            }
            else
            {
                OddsAlternatives.LogFactors(
                    window.ChallengerBad, window.ChallengerBad + window.ChampionBad, (double)window.Challenger / (window.Challenger + window.Champion), _factors);
            }

            for (var i = 0; i < _sums.Length; i++)
            {
                _sums[i] += _factors[i];
            }

            return EvidenceMerge.Mean(_sums) >= Math.Log(100);
        }
    }
}
