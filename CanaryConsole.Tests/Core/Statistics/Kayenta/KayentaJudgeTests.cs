using CanaryConsole.Core.Statistics.Kayenta;

namespace CanaryConsole.Tests.Core.Statistics.Kayenta;

public sealed class KayentaJudgeTests
{
    private static readonly KayentaMetric Errors = new() { Name = "errors", Groups = ["health"] };
    private static readonly double[] Baseline = [1.0, 1.1, 0.9, 1.2, 1.05, 0.95, 1.15, 0.85, 1.02, 0.98];
    private static readonly double[] Twice = [.. Baseline.Select(value => 2 * value)];

    public static TheoryData<KayentaMetric, KayentaClass> Directed => new()
    {
        { Errors, KayentaClass.High },
        { Errors with { Direction = KayentaDirection.Increase }, KayentaClass.High },
        { Errors with { Direction = KayentaDirection.Decrease }, KayentaClass.Pass },
        { Errors with { AllowedIncrease = 1.99 }, KayentaClass.High },
        { Errors with { AllowedIncrease = 2.01 }, KayentaClass.Pass },
    };

    [Theory]
    [MemberData(nameof(Directed))]
    public void Classify_TwiceTheBaseline_IsHighWhereThatCounts(KayentaMetric metric, KayentaClass expected) =>
        Assert.Equal(expected, KayentaJudge.Classify(metric, Baseline, Twice).Class);

    [Fact]
    public void Classify_HalfTheBaseline_IsLowAndItsEffectTheRatioOfMeans()
    {
        var result = KayentaJudge.Classify(Errors, Twice, Baseline);

        Assert.Equal(KayentaClass.Low, result.Class);
        Assert.Equal(0.5, result.Effect, 12);
        Assert.Equal(KayentaClass.Pass, KayentaJudge.Classify(Errors with { AllowedDecrease = 0.4 }, Twice, Baseline).Class);
    }

    public static TheoryData<KayentaMetric, double[], double[], KayentaClass> Thin => new()
    {
        { Errors, [], Baseline, KayentaClass.Nodata },
        { Errors, Baseline, [double.NaN, double.NaN], KayentaClass.Nodata },
        { Errors with { MustHaveData = true }, Baseline, [double.NaN], KayentaClass.NodataFail },
        { Errors with { MustHaveData = true, IsCritical = true }, Baseline, [], KayentaClass.Nodata },
        { Errors with { ReplacesNaN = true }, Baseline, [], KayentaClass.Pass },
        { Errors with { ReplacesNaN = true }, [double.NaN, double.NaN], [double.NaN, 0], KayentaClass.Pass },
        { Errors, [1, 2, 3], [3, 1, 2], KayentaClass.Pass },
        { Errors, [4, 4, 4, 4], [4], KayentaClass.Pass },
        { Errors, [1], [2], KayentaClass.Nodata },
        { Errors, [0, 0, 0], [5], KayentaClass.High },
        { Errors, [.. Enumerable.Repeat(1.0, 20)], [.. Enumerable.Repeat(2.0, 20)], KayentaClass.High },
        { Errors, [.. Enumerable.Repeat(0.0, 20)], [.. Enumerable.Repeat(2.0, 20)], KayentaClass.High },
    };

    [Theory]
    [MemberData(nameof(Thin))]
    public void Classify_LittleOrEqualData_HasItsOwnClass(KayentaMetric metric, double[] baseline, double[] canary, KayentaClass expected) =>
        Assert.Equal(expected, KayentaJudge.Classify(metric, baseline, canary).Class);

    [Fact]
    public void Classify_Infinite_IsRefused() =>
        Assert.Throws<ArgumentException>(() => KayentaJudge.Classify(Errors, Baseline, [double.PositiveInfinity]));

    [Fact]
    public void Classify_TheSameRateAsFractionAndInPercent_CanDiffer()
    {
        // The ends are found to 1e-4 of whatever unit: as a fraction an error rate of 0.1 % is of that size itself.
        double[] baseline = [0, 0, 1e-4, 0, 2e-4, 0, 0, 1e-4, 0, 0, 0, 1e-4];
        double[] canary = [2e-4, 1e-4, 3e-4, 2e-4, 0, 2e-4, 1e-4, 3e-4, 1e-4, 2e-4, 2e-4, 1e-4];

        var fraction = KayentaJudge.Classify(Errors, baseline, canary).Class;
        var percent = KayentaJudge.Classify(Errors, [.. baseline.Select(value => 100 * value)], [.. canary.Select(value => 100 * value)]).Class;

        Assert.NotEqual(fraction, percent);
    }
}
