using System.Text;
using CanaryConsole.Core.Registry.Metrics;

namespace CanaryConsole.Tests.Core.Registry.Metrics;

public sealed class MetricsJsonTests
{
    [Fact]
    public void Read_SageMakersModelQuality_TellsValuesAndDeviations()
    {
        var reading = Read("""{"binary_classification_metrics":{"auc":{"value":0.91,"standard_deviation":0.004},"recall":{"value":0.7},"confusion_matrix":{"0":{"1":3}}}}""");

        Assert.Equal([new ModelMetric("auc", 0.91, 0.004), new ModelMetric("recall", 0.7), new ModelMetric("confusion_matrix.0.1", 3)], reading.Metrics);
        Assert.Null(reading.Problem);
    }

    [Fact]
    public void Read_PlainNumbersAtAnyDepth_NamesThemByTheirPath() => Assert.Equal(
        [new ModelMetric("ndcg@10", 0.4), new ModelMetric("slices.new.auc", 0.8)],
        Read("""{"ndcg@10":0.4,"note":"x","metrics":{"slices":{"new":{"auc":0.8}}},"none":null,"ok":true}""").Metrics);

    [Fact]
    public void Read_ARowOfNumbers_IsACurve()
    {
        var curve = Assert.Single(Read("""{"history":{"loss":[0.9,0.5,0.4]}}""").Curves);

        Assert.Equal(("history.loss", "0.9,0.5,0.4"), (curve.Name, string.Join(',', curve.Values.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
    }

    [Fact]
    public void Read_ALogOfEpochs_IsACurveForEachNumber() => Assert.Equal(
        ["loss", "auc"], Read("""{"epochs":[{"epoch":1,"loss":0.9,"auc":0.6},{"epoch":2,"loss":0.5,"auc":0.7}]}""").Curves.Select(curve => curve.Name));

    [Theory]
    [InlineData("{\"a\":\"b\"}", "The file holds no numbers.")]
    [InlineData("{\"a\":", "The file is not JSON that can be read, at line 1.")]
    [InlineData("", "The file is not JSON that can be read, at line 1.")]
    public void Read_WhatHoldsNothing_SaysWhy(string json, string problem) => Assert.Equal(problem, Read(json).Problem);

    [Fact]
    public void Read_MoreThanIsShown_StopsAndSaysSo()
    {
        var reading = Read($"{{{string.Join(',', Enumerable.Range(0, 150).Select(i => $"\"m{i}\":{i}"))}}}");

        Assert.Equal((100, "The file holds more than is shown: 100 numbers and 20 curves."), (reading.Metrics.Count, reading.Problem));
    }

    [Theory]
    [InlineData("auc", MetricDirection.HigherIsBetter)]
    [InlineData("ndcg@10", MetricDirection.HigherIsBetter)]
    [InlineData("validation_loss", MetricDirection.LowerIsBetter)]
    [InlineData("regression.rmse", MetricDirection.LowerIsBetter)]
    [InlineData("rows", MetricDirection.Unknown)]
    [InlineData("mapped_rows", MetricDirection.Unknown)]
    public void Direction_OfAName_IsKnownByItsWords(string name, MetricDirection direction) => Assert.Equal(direction, MetricDirections.Of(name));

    private static MetricsReading Read(string json) => MetricsJson.Read(Encoding.UTF8.GetBytes(json));
}
