using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Metrics;

public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    [InlineData(0.999)]
    public void Percentile_ManyValues_IsWithinOnePercentOfTheTrueOne(double share)
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 20_000).Select(_ => Math.Exp(6 + (3 * random.NextDouble() * random.NextDouble()))).ToArray();
        var distribution = Of(values);

        Array.Sort(values);
        var exact = values[(int)Math.Ceiling(share * values.Length) - 1];
        Assert.InRange(Percentiles.At(distribution, share) / exact, 0.99, 1.01);
    }

    [Fact]
    public void Merge_TwoHalves_EqualsTheWhole()
    {
        double[] values = [0, 1, 3, 20_000, 61_000, 1e9];
        var merged = Of(values[3..]);
        merged.Merge(Of(values[..3]));

        var whole = Of(values);
        Assert.Equal(whole.Ascending(), merged.Ascending());
        Assert.Equal((whole.Count, whole.Sum, whole.Minimum, whole.Maximum), (merged.Count, merged.Sum, merged.Minimum, merged.Maximum));
    }

    [Fact]
    public void Add_Nothing_StaysEmpty()
    {
        var distribution = new Distribution();
        distribution.Add(5, count: 0);

        Assert.Equal(0, distribution.Count);
        Assert.Empty(distribution.Ascending());
    }

    [Fact]
    public void Percentile_NegativeValues_AreInOrder()
    {
        var distribution = Of([-1000, -10, 0, 10, 1000]);

        Assert.InRange(Percentiles.At(distribution, 0.4), -10.1, -9.9);
        Assert.Equal(0, Percentiles.At(distribution, 0.6));
        Assert.InRange(Percentiles.At(distribution, 0.8), 9.9, 10.1);
    }

    [Fact]
    public void Clear_Used_IsAsNew()
    {
        var distribution = Of([1, 20_000]);
        distribution.Clear();
        distribution.Add(300);

        Assert.Equal([(300.0, 1L)], distribution.Ascending());
        Assert.Equal((1, 300.0, 300.0, 300.0), (distribution.Count, distribution.Sum, distribution.Minimum, distribution.Maximum));
    }

    [Fact]
    public void Percentile_Bounds_AreTheSmallestAndTheLargestValue()
    {
        var distribution = Of([10, 20, 30]);

        Assert.Equal(10, Percentiles.At(distribution, 0));
        Assert.Equal(30, Percentiles.At(distribution, 1));
    }

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
