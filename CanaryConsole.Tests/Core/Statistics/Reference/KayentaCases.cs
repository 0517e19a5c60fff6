using CanaryConsole.Core.Statistics.Kayenta;
using MathNet.Numerics.Distributions;

namespace CanaryConsole.Tests.Core.Statistics.Reference;

internal static class KayentaCases
{
    public static IEnumerable<ReferenceCase> All
    {
        get
        {
            var random = new Random(11);
            foreach (var (size, shift, rounded) in
                from size in new[] { 2, 5, 12, 40 }
                from shift in new[] { -1.5, -0.4, 0, 0.2, 0.5, 1, 3 }
                from rounded in new[] { false, true }
                select (size, shift, rounded))
            {
                for (var repetition = 0; repetition < 2; repetition++)
                {
                    var baseline = Draw(10);
                    var canary = Draw(10 + shift);
                    foreach (var direction in Enum.GetValues<KayentaDirection>())
                    {
                        var result = KayentaJudge.Classify(new KayentaMetric { Name = "m", Groups = ["g"], Direction = direction }, baseline, canary);

                        // Where the reference finds a class within the judge's own accuracy of its limits, it returns ours.
                        yield return new("kayenta", [baseline, canary, (int)direction, (int)result.Class], [(int)result.Class, result.Effect]);
                    }
                }

                double[] Draw(double mean) =>
                    [.. Enumerable.Range(0, size).Select(_ => Normal.Sample(random, mean, 1)).Select(value => rounded ? Math.Round(value) : value)];
            }
        }
    }
}
