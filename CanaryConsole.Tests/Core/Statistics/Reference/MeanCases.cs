using CanaryConsole.Core.Statistics;
using MathNet.Numerics.Distributions;

namespace CanaryConsole.Tests.Core.Statistics.Reference;

internal static class MeanCases
{
    public static IEnumerable<ReferenceCase> All
    {
        get
        {
            var random = new Random(7);
            foreach (var (n, m, shift, isRounded) in new[]
            {
                (1, 1, 1.0, false), (1, 30, 0, false), (2, 2, 4, false), (3, 5, 0.5, false), (8, 8, 1, false), (20, 31, 0.3, false), (49, 49, 0.6, false), (60, 45, 0.2, false),
                (300, 200, 0.1, false), (5, 7, 0, true), (40, 30, 1, true), (300, 200, 0.3, true),
            })
            {
                var champion = Draw(n, 10);
                var challenger = Draw(m, 10 + shift);
                foreach (var level in new[] { 0.8, 0.95, 0.999 })
                {
                    var u = MannWhitneyTest.Compare(champion, challenger, level);
                    yield return new(
                        "mann_whitney", [champion, challenger, level, u.IsExact ? 1 : 0], [u.U, u.P, u.Shift, .. ProportionCases.Ends(u.Interval)], Absolute: 1e-14);
                    if (n > 1 && m > 1)
                    {
                        object[] arguments = [champion, challenger, level];
                        yield return new("welch", arguments, Numbers(WelchTest.Difference(Moments.Of(champion), Moments.Of(challenger), level)));
                        yield return new("welch_relative", arguments, Numbers(WelchTest.Relative(Moments.Of(champion), Moments.Of(challenger), level)!.Value));
                    }
                }

                double[] Draw(int size, double mean) =>
                    [.. Enumerable.Range(0, size).Select(_ => Normal.Sample(random, mean, 1.5)).Select(value => isRounded ? Math.Round(value) : value)];
            }

            foreach (var count in new long[] { 2, 100, 40_000, 500_000_000 })
            {
                foreach (var difference in new[] { 0, 0.001, 0.2, 5 })
                {
                    var result = WelchTest.Difference(Moments.From(count, 3, 1), Moments.From(3 * count, 3 + difference, 2.5), 0.999);
                    yield return new("welch_of_moments", [count, 3, 1, 3 * count, 3 + difference, 2.5, 0.999], Numbers(result), Absolute: 1e-14);
                }
            }

            var (before, after) = (default(CovariateMoments), default(CovariateMoments));
            var rows = Enumerable.Range(0, 500).Select(i => Pair(i % 3 == 0 ? 1 : 0)).ToArray();
            foreach (var row in rows)
            {
                if (row[0] == 0)
                {
                    before.Add(row[1], row[2]);
                }
                else
                {
                    after.Add(row[1], row[2]);
                }
            }

            var cuped = Cuped.Adjust(before, after);
            yield return new(
                "cuped", [rows], [cuped.Theta, cuped.Champion.Mean, cuped.Challenger.Mean, cuped.Champion.Variance, cuped.Challenger.Variance, cuped.VarianceReduction]);

            double[] Pair(int arm)
            {
                var covariate = Normal.Sample(random, 4, 2);
                return [arm, (0.7 * covariate) + (0.1 * arm) + Normal.Sample(random, 0, 1), covariate];
            }
        }
    }

    private static double[] Numbers(WelchResult result) => [result.Difference, result.DegreesOfFreedom, result.T, result.P, .. ProportionCases.Ends(result.Interval)];
}
