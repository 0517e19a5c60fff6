using CanaryConsole.Core.Statistics.Kayenta;

namespace CanaryConsole.Tests.Core.Statistics.Kayenta;

public sealed class KayentaScoreTests
{
    private static readonly Dictionary<string, double> NoWeights = [];

    [Fact]
    public void Of_GroupsWithAndWithoutWeights_SplitsWhatIsLeft()
    {
        var score = KayentaScore.Of(
            [One("a", KayentaClass.Pass), One("a", KayentaClass.High), One("a", KayentaClass.Pass), One("b", KayentaClass.NodataFail), One("b", KayentaClass.Pass), One("c", KayentaClass.Pass)],
            new Dictionary<string, double> { ["a"] = 50 });

        Assert.Equal(new KayentaScore(70.83, score.Groups, null), score);
        Assert.Equal([new KayentaGroup("a", 200.0 / 3, 50), new KayentaGroup("b", 50, 25), new KayentaGroup("c", 100, 25)], score.Groups);
    }

    [Fact]
    public void Of_AGroupWithoutData_CountsAsWhole()
    {
        var score = KayentaScore.Of([One("a", KayentaClass.Nodata), One("b", KayentaClass.Low), One("b", KayentaClass.Pass)], NoWeights);

        Assert.Equal(75, score.Summary);
        Assert.Equal(new KayentaGroup("a", null, 50), score.Groups[0]);
    }

    [Theory]
    [InlineData(KayentaClass.High)]
    [InlineData(KayentaClass.Nodata)]
    public void Of_ACriticalMetricThatDidNotPass_IsZero(KayentaClass @class)
    {
        var score = KayentaScore.Of([One("a", KayentaClass.Pass), One("a", KayentaClass.Pass), One("a", @class, critical: true)], NoWeights);

        Assert.Equal((0, $"m is critical and was {@class}"), (score.Summary, score.Reason));
    }

    [Fact]
    public void Of_HalfOfTheMetricsWithoutData_IsZero() =>
        Assert.Equal((0, "half of the metrics or more had no data"), Zero(KayentaScore.Of([One("a", KayentaClass.Nodata), One("a", KayentaClass.Pass)], NoWeights)));

    [Fact]
    public void Of_NothingOrWrongWeights_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => KayentaScore.Of([], NoWeights));
        Assert.Throws<ArgumentException>(() => KayentaScore.Of([One("a", KayentaClass.Pass)], new Dictionary<string, double> { ["a"] = 60, ["b"] = 41 }));
        Assert.Throws<ArgumentException>(() => KayentaScore.Of([One("a", KayentaClass.Pass)], new Dictionary<string, double> { ["a"] = double.NaN }));
    }

    private static (double Summary, string? Reason) Zero(KayentaScore score) => (score.Summary, score.Reason);

    private static KayentaResult One(string group, KayentaClass @class, bool critical = false) => new("m", [group], @class, 1, critical);
}
