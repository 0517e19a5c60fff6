using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics.Reference;

internal static class TailCases
{
    public static IEnumerable<ReferenceCase> All
    {
        get
        {
            foreach (var (trials, probability) in new (long, double)[] { (1, 0.3), (12, 0.5), (400, 0.01), (5_000, 0.2), (1_000_000, 0.001), (30_000_000, 0.02), (20_000_000, 1e-7) })
            {
                foreach (var deviations in new[] { -6, -2, -0.5, 0, 1, 3, 8 })
                {
                    var mean = trials * probability;
                    var hits = Math.Clamp((long)Math.Round(mean + (deviations * Math.Sqrt(mean * (1 - probability)))), 0, trials);

                    // By exact arithmetic it is scipy that is off, by 7e-10 at two of twenty million.
                    yield return new(
                        "binomial_tail",
                        [hits, trials, probability],
                        [BinomialTail.AtLeast(hits, trials, probability), BinomialTail.Below(hits, trials, probability)],
                        Relative: 2e-9);
                }

                foreach (var quantile in new[] { 0.5, 0.9, 0.99 })
                {
                    var (low, high) = PercentileInterval.Ranks(trials, quantile, 0.95);
                    yield return new("percentile_ranks", [trials, quantile, 0.95], [low ?? 0, high ?? 0, PercentileInterval.UpperRank(trials, quantile, 0.95) ?? 0]);
                }
            }

            foreach (var (counts, shares) in new (long[], double[])[]
            {
                ([510, 490], [0.5, 0.5]), ([9_500, 530], [0.95, 0.05]), ([98_900, 1_100], [0.99, 0.01]), ([98_900, 900], [0.99, 0.01]), ([2, 7], [0.4, 0.6]),
                ([40, 0], [0.9, 0.1]), ([1_000, 1_050, 980, 3_200], [1 / 6.0, 1 / 6.0, 1 / 6.0, 0.5]), ([60_000, 60_500, 59_000], [1 / 3.0, 1 / 3.0, 1 / 3.0]), ([5, 5], [0.5, 0.5]),
            })
            {
                var result = SampleRatioTest.Test(counts, shares);
                yield return new("sample_ratio", [counts, shares, result.ChiSquare is null ? 1 : 0], [result.P, result.ChiSquare ?? -1]);
                foreach (var concentration in new[] { 3.5, 10_000 })
                {
                    var sequential = new SequentialSampleRatio(shares, concentration);
                    sequential.Look(counts);

                    // A sum of some 100,000 logarithms on the other side.
                    yield return new("sequential_sample_ratio", [counts, shares, concentration], [sequential.LogBayesFactor], Absolute: 1e-9);
                }
            }
        }
    }
}
