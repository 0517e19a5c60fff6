using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Metrics;

public sealed class MetricStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Noon + TimeSpan.FromHours(1);

    [Fact]
    public void Read_PeriodsAlignedAndHalfOpen_CountsEachRequestOnce()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        foreach (var second in new[] { -1, 0, 59, 60, 119, 120 })
        {
            Record(store, Noon + TimeSpan.FromSeconds(second));
        }

        Assert.Equal(
            [new Datapoint(Noon, 2), new Datapoint(Noon.AddMinutes(1), 2)],
            store.Read(Query("Invocations", "Sum", 60), Noon.AddSeconds(30), Noon.AddMinutes(2), Later));
    }

    [Fact]
    public void Read_PeriodWithoutRequests_HasNoDatapoint()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        Record(store, Noon);
        Record(store, Noon.AddMinutes(2));

        var times = store.Read(Query("Invocations", "Sum", 60), Noon, Later, Later).Select(point => point.At);
        Assert.Equal([Noon, Noon.AddMinutes(2)], times);
    }

    [Fact]
    public void Read_Descending_IsTheSameNewestFirst()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        for (var i = 0; i < 10; i++)
        {
            Record(store, Noon.AddSeconds(i * 25));
        }

        var query = Query("Invocations", "Sum", 10);
        Assert.Equal(
            store.Read(query, Noon, Later, Later).Reverse(),
            store.Read(query, Noon, Later, Later, descending: true));
    }

    [Fact]
    public void Read_EnhancedMetrics_HaveTenSecondCells()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        Record(store, Noon.AddSeconds(5));
        Record(store, Noon.AddSeconds(15));

        Assert.Equal(2, store.Read(Query("Invocations", "Sum", 10), Noon, Later, Later).Count());
    }

    [Fact]
    public void Read_ShortPeriodWithoutEnhancedMetrics_FindsTheMinuteOnce()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        Record(store, Noon.AddSeconds(5), enhanced: false);
        Record(store, Noon.AddSeconds(45), enhanced: false);

        Assert.Equal([new Datapoint(Noon, 2)], store.Read(Query("Invocations", "Sum", 10), Noon, Later, Later));
    }

    [Fact]
    public void Read_ShortPeriodAfterThreeHours_IsGoneWhileMinutesStay()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        Record(store, Noon);
        var evening = Noon.AddHours(4);

        Assert.Empty(store.Read(Query("Invocations", "Sum", 10), Noon, evening, evening));
        Assert.Single(store.Read(Query("Invocations", "Sum", 60), Noon, evening, evening));
    }

    [Fact]
    public void Read_MinutesAfterFifteenDays_AreGone()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        Record(store, Noon);
        Record(store, Noon.AddDays(15));

        var now = Noon.AddDays(15).AddMinutes(1);
        Assert.Equal([Noon.AddDays(15)], store.Read(Query("Invocations", "Sum", 60), Noon.AddDays(-1), now, now).Select(point => point.At));
    }

    [Fact]
    public void Read_Errors_AverageIsTheErrorRate()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        for (var i = 0; i < 10; i++)
        {
            Record(store, Noon.AddSeconds(i), isError: i < 2);
        }

        foreach (var metric in new[] { "Invocation5XXErrors", "InvocationModelErrors" })
        {
            Assert.Equal([new Datapoint(Noon, 0.2)], store.Read(Query(metric, "Average", 60), Noon, Later, Later));
            Assert.Equal([new Datapoint(Noon, 2)], store.Read(Query(metric, "Sum", 60), Noon, Later, Later));
            Assert.Equal([new Datapoint(Noon, 10)], store.Read(Query(metric, "SampleCount", 60), Noon, Later, Later));
        }

        Assert.Equal([new Datapoint(Noon, 0)], store.Read(Query("Invocation4XXErrors", "Sum", 60), Noon, Later, Later));
    }

    [Fact]
    public void Read_LatencyIsInMicroseconds()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        Record(store, Noon);

        Assert.Equal([new Datapoint(Noon, 20_000)], store.Read(Query("ModelLatency", "Average", 60), Noon, Later, Later));
    }

    [Fact]
    public void Read_AnotherUnit_FindsNothing()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        Record(store, Noon);

        Assert.Empty(store.Read(Query("ModelLatency", "Average", 60) with { Unit = "Milliseconds" }, Noon, Later, Later));
        Assert.Single(store.Read(Query("ModelLatency", "Average", 60) with { Unit = "Microseconds" }, Noon, Later, Later));
    }

    [Fact]
    public void Read_UnknownMetricOrVariant_FindsNothing()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        Record(store, Noon);

        Assert.Empty(store.Read(Query("Nonsense", "Sum", 60), Noon, Later, Later));
        Assert.Empty(store.Read(Query("Invocations", "Sum", 60) with { Metric = Metric("Invocations", "other") }, Noon, Later, Later));
    }

    [Fact]
    public void AdvanceTo_LateMetrics_AppearWhenTheyAreOldEnough()
    {
        var store = new MetricStore(new MetricDelivery(TimeSpan.FromMinutes(5)));
        Record(store, Noon);
        Record(store, Noon.AddSeconds(30));

        store.AdvanceTo(Noon.AddMinutes(5).AddSeconds(-1));
        Assert.Empty(store.Read(Query("Invocations", "Sum", 60), Noon, Later, Later));

        store.AdvanceTo(Noon.AddMinutes(5));
        Assert.Equal([new Datapoint(Noon, 1)], store.Read(Query("Invocations", "Sum", 60), Noon, Later, Later));

        store.AdvanceTo(Noon.AddMinutes(6));
        Assert.Equal([new Datapoint(Noon, 2)], store.Read(Query("Invocations", "Sum", 60), Noon, Later, Later));
    }

    [Fact]
    public void AdvanceTo_ShareOfLateRequests_LeavesTheNewestMinutePartialUntilItCompletes()
    {
        var delivery = new MetricDelivery(TimeSpan.Zero, LateShare: 0.3, LateBy: TimeSpan.FromMinutes(2));
        var store = new MetricStore(delivery, new Dice(1));
        var twin = new MetricStore(delivery, new Dice(1));
        for (var i = 0; i < 1000; i++)
        {
            Record(store, Noon);
            Record(twin, Noon);
        }

        var query = Query("Invocations", "Sum", 60);
        var early = store.Read(query, Noon, Later, Later).Single().Value;
        Assert.InRange(early, 600, 800);
        Assert.Equal(early, twin.Read(query, Noon, Later, Later).Single().Value);

        store.AdvanceTo(Noon.AddMinutes(1));
        Assert.InRange(store.Read(query, Noon, Later, Later).Single().Value, early + 100, 950);

        store.AdvanceTo(Noon.AddMinutes(2));
        Assert.Equal(1000, store.Read(query, Noon, Later, Later).Single().Value);
    }

    [Fact]
    public void Record_OnNamedConfig_CountsOnTheVariantAndOnTheVariantOfTheConfig()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        var outcome = new RequestOutcome(TimeSpan.FromMilliseconds(20), TimeSpan.Zero, IsModelError: false);
        store.Record("e", "v", Noon, outcome, 1, enhanced: true, config: "blue");
        store.Record("e", "v", Noon, outcome, 1, enhanced: true, config: "green");

        Assert.Equal(2, store.Read(Query("Invocations", "Sum", 60), Noon, Later, Later).Single().Value);
        var green = Query("Invocations", "Sum", 60) with
        {
            Metric = new MetricId("AWS/SageMaker", "Invocations", DimensionSet.Of(("EndpointName", "e"), ("VariantName", "v"), ("EndpointConfigName", "green"))),
        };
        Assert.Equal(1, store.Read(green, Noon, Later, Later).Single().Value);
    }

    [Fact]
    public void Read_HoursAfterwards_PackedCellsAnswerTheSame()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        for (var minute = 0; minute < 150; minute++)
        {
            Record(store, Noon.AddMinutes(minute), isError: minute % 3 == 0);
        }

        var end = Noon.AddMinutes(150);
        foreach (var (metric, stat, hour) in new[] { ("Invocations", "Sum", 60.0), ("Invocation5XXErrors", "Sum", 20), ("ModelLatency", "Maximum", 20_000), ("ModelLatency", "p99", 20_000) })
        {
            Assert.Equal([new Datapoint(Noon, hour), new Datapoint(Noon.AddHours(1), hour)], store.Read(Query(metric, stat, 3600), Noon, Noon.AddHours(2), end));
            Assert.Equal(150, store.Read(Query(metric, stat, 60), Noon, end, end).Count());
        }
    }

    [Fact]
    public void Record_LateIntoASealedHour_IsCounted()
    {
        var store = new MetricStore(MetricDelivery.Immediate);
        for (var minute = 0; minute < 150; minute++)
        {
            Record(store, Noon.AddMinutes(minute));
        }

        Record(store, Noon.AddMinutes(5));
        for (var minute = 150; minute < 160; minute++)
        {
            Record(store, Noon.AddMinutes(minute));
        }

        var points = store.Read(Query("Invocations", "Sum", 60), Noon, Later.AddHours(2), Later.AddHours(2)).ToList();
        Assert.Equal(160, points.Count);
        Assert.Equal([new Datapoint(Noon.AddMinutes(5), 2)], points.Where(point => point.Value != 1));
    }

    private static void Record(MetricStore store, DateTimeOffset at, bool isError = false, bool enhanced = true) =>
        store.Record("e", "v", at, new RequestOutcome(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(3), isError), instances: 2, enhanced);

    private static MetricQuery Query(string metric, string stat, int period)
    {
        Assert.True(Statistic.TryParse(stat, out var statistic));
        return new MetricQuery(Metric(metric), TimeSpan.FromSeconds(period), statistic, Unit: null);
    }

    private static MetricId Metric(string name, string variant = "v") =>
        new("AWS/SageMaker", name, DimensionSet.Of(("VariantName", variant), ("EndpointName", "e")));
}
