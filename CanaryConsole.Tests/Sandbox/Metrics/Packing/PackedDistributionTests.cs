using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Metrics.Packing;

public sealed class PackedDistributionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(26)]
    [InlineData(27)]
    [InlineData(2_400)]
    [InlineData(300_000)]
    public void Unpack_Latencies_KeepsScalarsExactlyAndPercentilesWithinTwoPercent(int count)
    {
        var values = Latencies(count);
        var whole = Of(values);

        var unpacked = Distribution.Unpack(whole.Pack());

        Assert.Equal((whole.Count, whole.Minimum, whole.Maximum), (unpacked.Count, unpacked.Minimum, unpacked.Maximum));
        Assert.Equal(whole.Sum, unpacked.Sum, whole.Sum * 1e-12);
        Array.Sort(values);
        foreach (var share in new[] { 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999 })
        {
            var exact = values[(int)Math.Ceiling(share * count) - 1];
            Assert.InRange(Percentiles.At(unpacked, share) / exact, 0.98, 1.02);
        }
    }

    [Fact]
    public void Unpack_SixtyMinutesMerged_HasTheHoursPercentilesWithinTwoPercent()
    {
        var (merged, all) = (new Distribution(), new List<double>());
        for (var minute = 0; minute < 60; minute++)
        {
            var values = Latencies(1_000, seed: minute);
            all.AddRange(values);
            merged.Merge(Distribution.Unpack(Of(values).Pack()));
        }

        all.Sort();
        foreach (var share in new[] { 0.1, 0.33, 0.5, 0.9, 0.97, 0.99, 0.997, 0.999 })
        {
            Assert.InRange(Percentiles.At(merged, share) / all[(int)(share * all.Count) - 1], 0.98, 1.02);
        }
    }

    [Fact]
    public void Unpack_ValuesOfEverySize_AreTheSame()
    {
        double[] values = [-1e300, -3.25, 0, 1 / 3.0, 7, 1e300];

        var unpacked = Distribution.Unpack(Of(values).Pack());

        Assert.Equal(Of(values).Ascending(), unpacked.Ascending());
        Assert.Equal((-1e300, 1e300), (unpacked.Minimum, unpacked.Maximum));
    }

    [Fact]
    public void Unpack_StatisticSet_StillKnowsNothingOfRanks()
    {
        var values = new Distribution();
        values.AddSet(10, 100, 1, 50);

        var unpacked = Distribution.Unpack(values.Pack());

        Assert.False(unpacked.IsRanked);
        Assert.Equal((10, 100.0, 1.0, 50.0), (unpacked.Count, unpacked.Sum, unpacked.Minimum, unpacked.Maximum));
    }

    [Fact]
    public void Unpack_Nothing_IsEmpty() => Assert.Equal(0, Distribution.Unpack(new Distribution().Pack()).Count);

    private static double[] Latencies(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Round(20_000 * Math.Exp(0.5 * Normal(random)), 1))];
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Distribution Of(IEnumerable<double> values)
    {
        var distribution = new Distribution();
        foreach (var value in values)
        {
            distribution.Add(value);
        }

        return distribution;
    }
}
