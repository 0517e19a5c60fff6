using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics.Reference;

internal static class SequentialCases
{
    private static readonly double[] Estimates = [-0.3, 0, 0.001, 0.02, 0.15];
    private static readonly double[] Errors = [0.004, 0.05, 1.5];

    public static IEnumerable<ReferenceCase> All
    {
        get
        {
            foreach (var estimate in Estimates)
            {
                foreach (var error in Errors)
                {
                    foreach (var tau in new[] { 0.001, 0.05, 2 })
                    {
                        var test = new MixtureSprt(tau);
                        test.Look(estimate, error * error);
                        yield return new("msprt", [estimate, error, tau], [test.LogRatio], Absolute: 1e-13);
                    }

                    foreach (var observations in new long[] { 2, 500, 5000, 3_000_000 })
                    {
                        foreach (var alpha in new[] { 0.3, 0.05, 0.001 })
                        {
                            object[] arguments = [estimate, error, observations, alpha];
                            var two = AsymptoticConfidenceSequence.TwoSided(estimate, error, observations, alpha);
                            yield return new("asymptotic_cs", arguments, [.. ProportionCases.Ends(two.Interval), two.P]);
                            var one = AsymptoticConfidenceSequence.OneSided(estimate, error, observations, alpha);
                            yield return new("asymptotic_cs_one_sided", arguments, [one.Interval.Low, one.P]);
                        }
                    }
                }
            }
        }
    }
}
