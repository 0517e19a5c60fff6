using CanaryConsole.Core.Predictions;
using FsCheck;
using FsCheck.Fluent;

namespace CanaryConsole.Tests.Core.Predictions;

public class PredictionComparerTests
{
    [Theory]
    [InlineData("""{"label":"cat"}""", """{"label":"cat"}""", true, null)]
    [InlineData("""{"label":"cat"}""", """{ "label" : "dog" }""", false, null)]
    [InlineData("""{"a":1,"b":[2,3]}""", """{"b":[2,3.05],"a":1}""", true, 0.05)]
    [InlineData("""{"a":1,"b":[2,3]}""", """{"b":[2,3.5],"a":1}""", false, 0.5)]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", false, null)]
    [InlineData("""{"a":1}""", """{"a":"1"}""", false, null)]
    [InlineData("""{"model":"v7","predictions":[0.25]}""", """{"model":"v8","predictions":[0.25]}""", true, 0.0)]
    [InlineData("[true,null]", "[true,null]", true, null)]
    [InlineData("[true]", "[false]", false, null)]
    [InlineData("0.5,0.25\n", "0.5, 0.5", false, 0.25)]
    [InlineData("cat", " cat\n", true, null)]
    [InlineData("cat", "dog", false, null)]
    [InlineData("1e999", "1", false, double.MaxValue)]
    [InlineData("", "", true, null)]
    [InlineData("{", "[", false, null)]
    public void Compare_TwoAnswers_AgreeAndDifferAsTheyShould(string champion, string challenger, bool agrees, double? difference)
    {
        var (same, apart) = AnswerComparison.Compare(champion, challenger, 0.1);

        Assert.Equal(agrees, same);
        Assert.Equal(difference is null, apart is null);
        Assert.Equal(difference ?? 0, apart ?? 0, 9);
    }

    [Fact]
    public void Compare_ManyPairs_TellsAgreementDifferencesAndTheWidestApart()
    {
        var pairs = Enumerable.Range(1, 100).Select(number => Pair(number, "0", number <= 80 ? "0.05" : $"{number}")).ToList();

        var comparison = PredictionComparer.Compare(new CaptureSample(pairs, 7), 0.1);

        Assert.Equal((100, 80, 7), (comparison.Pairs, comparison.Agreeing, comparison.Unpaired));
        Assert.Equal("80 %", comparison.Agreement.ToString());
        Assert.True(comparison is { Low.Percent: > 70 and < 80, High.Percent: > 80 and < 90 });
        Assert.Equal((100, 0.05, 95.0, 100.0), (comparison.Difference!.Pairs, comparison.Difference.P50, comparison.Difference.P95, comparison.Difference.Maximum));
        Assert.Equal(Enumerable.Range(91, 10).Reverse().Select(number => $"r-{number}"), comparison.Worst.Select(worst => worst.Id));
    }

    [Fact]
    public void Compare_LongPayloads_KeepsAnExcerptAndNoHalfCharacter()
    {
        var comparison = PredictionComparer.Compare(
            new CaptureSample([new CapturedPair("r", default, new string('x', 5_000), new CapturedAnswer(null, new string('a', 1_022) + "😀😀"), new CapturedAnswer(null, "b"))], 0), 0);

        var worst = Assert.Single(comparison.Worst);
        Assert.All([worst.Input!, worst.Champion], text => Assert.InRange(text.Length, 1, PredictionComparer.Excerpt));
        Assert.EndsWith("a…", worst.Champion, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_NothingCaptured_IsNothingRatherThanAgreement()
    {
        var comparison = PredictionComparer.Compare(new CaptureSample([], 3), 0);

        Assert.Equal((0, null, null, null), (comparison.Pairs, comparison.Agreement, comparison.Low, comparison.Difference));
    }

    [Fact]
    public void Compare_AnyNumbers_IsSymmetricAndInOrder() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Two(ArbMap.Default.GeneratorFor<NormalFloat>()).ListOf().ToArbitrary(),
        numbers =>
        {
            var sample = numbers.Select((two, index) => Pair(index, Text(two.Item1), Text(two.Item2))).ToList();
            var swapped = sample.Select(pair => pair with { Champion = pair.Challenger, Challenger = pair.Champion }).ToList();

            var comparison = PredictionComparer.Compare(new CaptureSample(sample, 0), 0.5);
            var other = PredictionComparer.Compare(new CaptureSample(swapped, 0), 0.5);

            return comparison.Agreeing == other.Agreeing && comparison.Difference == other.Difference
                && comparison.Agreeing <= comparison.Pairs && comparison.Worst.Count == Math.Min(PredictionComparer.MostWorst, comparison.Pairs - comparison.Agreeing)
                && (comparison.Difference is not { } apart
                    || (double.IsFinite(apart.Mean) && apart.Mean <= apart.Maximum && apart.P50 <= apart.P95 && apart.P95 <= apart.Maximum));
        }));

    private static string Text(NormalFloat number) => number.Get.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static CapturedPair Pair(int number, string champion, string challenger) =>
        new($"r-{number}", DateTimeOffset.UnixEpoch.AddSeconds(number), null, new CapturedAnswer(null, champion), new CapturedAnswer(null, challenger));
}
