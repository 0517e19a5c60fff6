using CanaryConsole.Core.Guardrails;
using static CanaryConsole.Tests.Core.Guardrails.Signals.SignalViews;

namespace CanaryConsole.Tests.Core.Guardrails.Signals;

public sealed class PointJudgeTests
{
    private static readonly GuardrailRule Cpu = new GuardrailRule.UtilizationLimit(UtilizationKind.Cpu, 80);

    private static GuardrailRule.MetricLimit Metric(Quantity limit, MetricUnit unit, bool above = true, string? expression = null) => new(
        new MetricQuery([new MetricTerm("m", "Shop", "Basket", new Dictionary<string, string>(), "Average")], expression, unit), above, limit);

    [Fact]
    public void Judge_WithinTheLimit_IsHealthyOnSettledValues() =>
        Assert.Equal(new Verdict.Healthy("CPU 52 %, limit 80 %"), Judge(Cpu, View(reading: Values(40, 41, 42, 52)), failed: 1));

    [Fact]
    public void Judge_TooFewSettledValues_IsInconclusive() =>
        Assert.Equal(new Verdict.Inconclusive("1 of 2 settled values of CPU", 0), Judge(Cpu, View(reading: Values(40, 41, 52))));

    [Fact]
    public void Judge_ValuesEveryTenSeconds_SettleToo()
    {
        var often = new SignalReading([.. Enumerable.Range(1, 60).Reverse().Select(ago => new SignalPoint(At.AddSeconds(-10 * ago), TimeSpan.FromSeconds(10), 40))], null);

        Assert.IsType<Verdict.Healthy>(Judge(Cpu, View(reading: often)));
    }

    [Fact]
    public void Judge_NOfMBeyond_IsABreachEvenWhereProvisional() =>
        Assert.Equal(new Verdict.Breach("CPU 97 %, limit 80 %, in 2 of the last 3 values"), Judge(Cpu, View(reading: Values(20, 20, 95, 30, 97))));

    [Fact]
    public void Judge_FewerThanNBeyond_NeitherPassesNorBreaches() =>
        Assert.Equal(
            new Verdict.Inconclusive("CPU 97 %, limit 80 % in 1 of the last 3 values; 2 make a breach", 0), Judge(Cpu, View(reading: Values(20, 97, 20, 20))));

    [Fact]
    public void Judge_ValuesOfAnotherShare_DoNotCount()
    {
        var old = new SignalReading([new SignalPoint(Since.AddMinutes(-2), TimeSpan.FromMinutes(1), 99), new SignalPoint(Since.AddMinutes(-1), TimeSpan.FromMinutes(1), 99)], null);

        Assert.Equal(new Verdict.NoData("CPU has no value at this share"), Judge(Cpu, View(reading: old)));
    }

    [Fact]
    public void Judge_AYoungShare_WaitsForItsFirstValue() => Assert.Equal(
        new Verdict.Inconclusive("waiting for the first value of CPU at this share", 0), Judge(Cpu, View() with { Since = At.AddMinutes(-3) }));

    [Fact]
    public void Judge_SourceWithAProblem_IsBlind_ButABreachItShowedStands()
    {
        Assert.Equal(new Verdict.Blind("throttled"), Judge(Cpu, View(reading: Values(20, 20, 20, 20) with { Problem = "throttled" })));
        Assert.IsType<Verdict.Breach>(Judge(Cpu, View(reading: Values(99, 99) with { Problem = "throttled" })));
    }

    [Fact]
    public void Judge_SilentSource_IsNoData()
    {
        var reading = new SignalReading([.. Values(20, 20, 20).Points.Select(point => point with { Start = point.Start.AddMinutes(-10) })], null);

        Assert.Equal(new Verdict.NoData("CPU has no value since 10:10:00 UTC"), Judge(Cpu, View(reading: reading)));
    }

    [Fact]
    public void Judge_NaN_IsNotEvidence() => Assert.IsType<Verdict.NoData>(Judge(Cpu, View(reading: Values(double.NaN, double.PositiveInfinity))));

    [Fact]
    public void Judge_LimitInAnotherUnitOfTheSameDimension_IsConverted()
    {
        var rule = Metric(new Quantity(5, MetricUnit.Milliseconds), MetricUnit.Microseconds);

        Assert.IsType<Verdict.Healthy>(Judge(rule, View(reading: Values(4_900, 4_900, 4_900, 4_900)), failed: 1));
        Assert.Equal(new Verdict.Breach("Basket 5100 µs, limit 5 ms, in 2 of the last 3 values"), Judge(rule, View(reading: Values(4_900, 5_100, 5_100))));
    }

    [Fact]
    public void Judge_LimitInAUnitOfAnotherDimension_NeverPasses() => Assert.Equal(
        new Verdict.Blind("a limit of 5 ms cannot be compared with Basket, which is measured in Percent"),
        Judge(Metric(new Quantity(5, MetricUnit.Milliseconds), MetricUnit.Percent), View(reading: Values(1, 1, 1, 1))));

    [Fact]
    public void Judge_BelowALimit_FailsOnWhatIsTooSmall()
    {
        var rule = Metric(new Quantity(0.9, MetricUnit.None), MetricUnit.None, above: false, expression: "good / all");

        Assert.Equal(new Verdict.Breach("good / all 0.5, at least 0.9 wanted, in 3 of the last 3 values"), Judge(rule, View(reading: Values(0.5, 0.5, 0.5))));
        Assert.IsType<Verdict.Healthy>(Judge(rule, View(reading: Values(0.95, 0.95, 0.95, 0.95)), failed: 1));
    }

    [Fact]
    public void Assess_Evidence_TellsTheValues()
    {
        var evidence = SignalJudge.Assess(Of(Cpu), View(reading: Values(20, 40, 60)))!.Evidence;

        Assert.Equal((60, 80, 0.75, At, 3), (evidence.Signal!.Latest, evidence.Signal.Limit, evidence.Strength, evidence.LatestWindowEnd, evidence.Signal.Points.Count));
    }

    [Theory]
    [InlineData(0, false, 1, 0)]
    [InlineData(0, true, 1, double.MaxValue)]
    [InlineData(4, false, 2, 2)]
    [InlineData(4, false, -1, double.MaxValue)]
    public void Strength_AroundZero_NeverDividesByIt(double limit, bool above, double value, double strength) =>
        Assert.Equal(strength, PointLimit.Of(Metric(new Quantity(limit, MetricUnit.None), MetricUnit.None, above)).Strength(value));
}
