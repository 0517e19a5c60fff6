using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics.Reference;

internal static class ProportionCases
{
    private static readonly double[] Levels = [0.5, 0.9, 0.95, 0.99, 0.9999];
    private static readonly BinomialSample[] Samples =
        [new(0, 1), new(1, 1), new(0, 40), new(3, 40), new(20, 40), new(39, 40), new(7, 5000), new(60, 5000), new(4_000, 2_000_000), new(123_456, 10_000_000)];

    public static IEnumerable<ReferenceCase> All
    {
        get
        {
            foreach (var level in Levels)
            {
                foreach (var sample in Samples)
                {
                    // Near 0 the lower end is a difference of two numbers of the size of the centre.
                    yield return new("wilson", [sample.Hits, sample.Trials, level], Ends(WilsonInterval.Of(sample, level)), Absolute: 1e-17);
                    yield return new("clopper_pearson", [sample.Hits, sample.Trials, level], Ends(ClopperPearsonInterval.Of(sample, level)));
                    foreach (var other in Samples)
                    {
                        object[] arguments = [sample.Hits, sample.Trials, other.Hits, other.Trials, level];
                        yield return new("newcombe", arguments, Ends(NewcombeInterval.Of(sample, other, level)), Absolute: 1e-15);
                        if (sample.Hits + other.Hits > 0 && sample.Hits + other.Hits < sample.Trials + other.Trials)
                        {
                            var test = TwoProportionTest.Compare(sample, other, level);
                            yield return new("two_proportion", arguments, [test.Difference, test.Z, test.P, .. Ends(test.Interval)], Absolute: 1e-15);
                        }
                    }
                }
            }
        }
    }

    public static double[] Ends(Interval interval) => [interval.Low, interval.High];
}
