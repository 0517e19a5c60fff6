using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Metrics;

public sealed class MetricMemoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    // 200 variants with 15 days of minutes in 300 MB are 69 bytes a minute; here half a day of four variants, the cells still open left out.
    [Fact]
    public void Store_FullOfMinutes_TakesFewerBytesAMinuteThanItsShareOfThreeHundredMegabytes()
    {
        const int Variants = 4;
        const int Minutes = 12 * 60;
        var store = new MetricStore(MetricDelivery.Immediate);
        Fill(store, Variants, 0, 60);
        var before = store.Bytes;

        Fill(store, Variants, 60, Minutes);

        var bytes = (store.Bytes - before) / (double)(Variants * Minutes);
        Assert.InRange(bytes, 20, 300e6 / (200 * 15 * 24 * 60));
    }

    private static void Fill(MetricStore store, int variants, int from, int minutes)
    {
        var random = new Random(5);
        for (var minute = from; minute < from + minutes; minute++)
        {
            var at = Noon.AddMinutes(minute);
            for (var variant = 0; variant < variants; variant++)
            {
                for (var i = 0; i < 40; i++)
                {
                    var latency = TimeSpan.FromMilliseconds(20 * Math.Exp(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5));
                    var outcome = new RequestOutcome(latency, TimeSpan.FromMilliseconds(2.7 + (0.6 * random.NextDouble())), i == 0);
                    store.Record("e", $"v{variant}", at, outcome, 2, enhanced: false, count: 60);
                }

                store.RecordUtilization("e", $"v{variant}", at, Math.Round(40 + (5 * random.NextDouble()), 1), 38.1, enhanced: false);
            }

            store.AdvanceTo(at);
        }
    }
}
