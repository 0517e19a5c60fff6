using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Benchmarks;

/// <summary>A metric store as full as it gets: 40 latencies a minute on each variant, each met by 60 requests, and the instances' utilization every ten seconds.</summary>
internal static class MetricDataFill
{
    public const string Endpoint = "full";
    private const int Draws = 40;
    private const int RequestsEach = 60;

    public static string Variant(int i) => $"variant-{i}";

    public static MetricStore Store(DateTimeOffset until, int variants, TimeSpan span, CancellationToken cancellationToken)
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        var random = new Random(11);
        var names = Enumerable.Range(0, variants).Select(Variant).ToArray();
        for (var minute = until - span; minute < until; minute += MetricSeries.CoarsePeriod)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isFine = until - minute <= MetricSeries.FineRetention;
            foreach (var name in names)
            {
                FillMinute(store, name, minute, isFine, random);
            }

            store.AdvanceTo(minute + MetricSeries.CoarsePeriod);
        }

        return store;
    }

    private static void FillMinute(MetricStore store, string variant, DateTimeOffset minute, bool isFine, Random random)
    {
        for (var second = 0; second < 60; second += 10)
        {
            var at = minute.AddSeconds(second);
            for (var i = 0; i < Draws / 6 + 1; i++)
            {
                var outcome = new RequestOutcome(
                    TimeSpan.FromMilliseconds(20 * Math.Exp(0.47 * Normal(random))), TimeSpan.FromMilliseconds(2.7 + (0.6 * random.NextDouble())), random.Next(500) == 0);
                store.Record(Endpoint, variant, at, outcome, instances: 2, isFine, count: RequestsEach);
            }

            store.RecordUtilization(
                Endpoint, variant, at, Math.Round(46 * (0.97 + (0.06 * random.NextDouble())), 1), Math.Round(38 * (0.97 + (0.06 * random.NextDouble())), 1), isFine);
        }
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
