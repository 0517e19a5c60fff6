using CanaryConsole.Core;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public sealed class WordsTests
{
    [Theory]
    [InlineData(-5, "just now")]
    [InlineData(0.4, "just now")]
    [InlineData(12, "12 s ago")]
    [InlineData(59.9, "59 s ago")]
    [InlineData(60, "1 min ago")]
    [InlineData(3600, "1 h ago")]
    [InlineData(47 * 3600, "47 h ago")]
    [InlineData(72 * 3600, "3 days ago")]
    public void Ago_EachLength_HasItsUnit(double seconds, string said) => Assert.Equal(said, DurationText.Ago(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(30, "30 s")]
    [InlineData(600, "10 min")]
    [InlineData(5400, "1 h 30 min")]
    [InlineData(86400, "1 day")]
    [InlineData(7 * 86400, "7 days")]
    public void Span_PlannedLength_IsSaidInTwoUnitsAtMost(int seconds, string said) => Assert.Equal(said, DurationText.Span(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(-1, "0:00")]
    [InlineData(0.2, "0:01")]
    [InlineData(372, "6:12")]
    [InlineData(3723, "1:02:03")]
    public void Clock_TimeLeft_RunsLikeAStopwatch(double seconds, string said) => Assert.Equal(said, DurationText.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.0004, "<0.1 %")]
    [InlineData(0.333333, "33.3 %")]
    [InlineData(0.75, "75 %")]
    [InlineData(1, "100 %")]
    public void Share_Fraction_HasADecimalOnlyWhereItMatters(double fraction, string said) => Assert.Equal(said, ShareText.Of(Percentage.FromFraction(fraction)));

    [Theory]
    [InlineData(0, "0.00 %")]
    [InlineData(0.0041, "0.41 %")]
    [InlineData(0.123, "12.3 %")]
    public void Errors_Rate_KeepsTwoDecimalsBelowTen(double fraction, string said) => Assert.Equal(said, RateText.Errors(Percentage.FromFraction(fraction)));

    [Fact]
    public void Errors_NotMeasured_IsADash() => Assert.Equal("–", RateText.Errors(null));

    [Theory]
    [InlineData(0, "0/s")]
    [InlineData(0.052, "0.05/s")]
    [InlineData(2.44, "2.4/s")]
    [InlineData(40, "40/s")]
    [InlineData(212.3, "212/s")]
    public void PerSecond_Rate_HasAsManyDigitsAsAreRead(double rate, string said) => Assert.Equal(said, RateText.PerSecond(rate));

    [Theory]
    [InlineData(4.23, "4.2 ms")]
    [InlineData(58.4, "58 ms")]
    [InlineData(1240, "1.24 s")]
    public void Latency_EachSize_HasItsUnit(double milliseconds, string said) => Assert.Equal(said, LatencyText.Of(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData("media-ranker-v7", "v7")]
    [InlineData("media-ranker-v13", "v13")]
    [InlineData("my-model", "my-model")]
    [InlineData("v7", "v7")]
    [InlineData("model-v7-large", "model-v7-large")]
    public void ModelVersion_Name_IsShortenedOnlyWhenItEndsInAVersion(string name, string said) => Assert.Equal(said, ModelVersion.Short(name));

    [Theory]
    [InlineData(1, "1 request")]
    [InlineData(4812, "4,812 requests")]
    public void Count_OfThings_AgreesInNumber(int count, string said) => Assert.Equal(said, CountText.Of(count, "request", "requests"));
}
