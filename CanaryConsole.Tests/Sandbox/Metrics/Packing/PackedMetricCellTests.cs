using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Metrics.Packing;

public sealed class PackedMetricCellTests
{
    [Fact]
    public void Pack_EveryMetric_ReadsAsBefore()
    {
        var cell = Filled(40, instances: 3);

        var packed = cell.Pack();

        foreach (var (_, _, metric) in MetricName.All)
        {
            var (before, after, scalars) = (new Distribution(), new Distribution(), new Distribution());
            cell.AddTo(before, metric);
            PackedMetricCell.AddTo(packed, metric, isRanked: true, after);
            PackedMetricCell.AddTo(packed, metric, isRanked: false, scalars);
            Assert.Equal(before.Count, after.Count);
            Assert.Equal(before.Minimum, after.Minimum, 1e-9);
            Assert.Equal(before.Maximum, after.Maximum, 1e-9);
            Assert.Equal((after.Count, after.Sum, after.Minimum, after.Maximum), (scalars.Count, scalars.Sum, scalars.Minimum, scalars.Maximum));
            Assert.Equal(before.Sum, after.Sum, 1e-6);
            Assert.InRange(Percentiles.At(after, 0.9), Percentiles.At(before, 0.9) * 0.98, Percentiles.At(before, 0.9) * 1.02);
        }
    }

    [Fact]
    public void Pack_InstancesThatChanged_KeepsTheSum()
    {
        var cell = Filled(10, instances: 2);
        cell.Add(Measurement.Of(Outcome(10), 3));

        Assert.Equal(cell.InvocationsPerInstance, MetricCell.Unpack(cell.Pack()).InvocationsPerInstance);
    }

    [Fact]
    public void Unpack_ReopenedCell_TakesMore()
    {
        var cell = MetricCell.Unpack(Filled(40, instances: 2).Pack());
        cell.Add(Measurement.Of(Outcome(25, is4XX: true), 2));

        var again = MetricCell.Unpack(cell.Pack());
        Assert.Equal((41, 11, 10, 21), (again.Invocations, again.ClientErrors, again.ServerErrors, again.ModelErrors));
    }

    [Fact]
    public void Pack_ThousandsOfRequests_TakesAboutSixtyBytes()
    {
        var random = new Random(3);
        var cell = new MetricCell();
        for (var i = 0; i < 2_400; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            cell.Add(Measurement.Of(
                new RequestOutcome(TimeSpan.FromMilliseconds(20 * Math.Exp(0.47 * normal)), TimeSpan.FromMilliseconds(2.7 + (0.6 * random.NextDouble())), i % 1000 == 0), 2));
        }

        for (var i = 0; i < 6; i++)
        {
            cell.AddUtilization(Math.Round(47 + random.NextDouble(), 1), Math.Round(38 + random.NextDouble(), 1));
        }

        Assert.InRange(cell.Pack().Length, 40, 64);
    }

    private static MetricCell Filled(int requests, int instances)
    {
        var cell = new MetricCell();
        for (var i = 0; i < requests; i++)
        {
            cell.Add(Measurement.Of(Outcome(10 + i, is4XX: i % 4 == 1, is5XX: i % 4 == 2), instances));
        }

        cell.AddUtilization(40.5, 38);
        cell.AddUtilization(60, 38);
        return cell;
    }

    private static RequestOutcome Outcome(int milliseconds, bool is4XX = false, bool is5XX = false) =>
        RequestOutcome.Of(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(3), is4XX ? 400 : is5XX ? 503 : 200);
}
