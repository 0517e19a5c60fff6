using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Forecasts;

public sealed class BaselineLintTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guardrail Cpu = Of("CPU", new GuardrailRule.UtilizationLimit(UtilizationKind.Cpu, 80));
    private static readonly Guardrail Alarm = Of("basket", new GuardrailRule.AlarmState("basket-drop"));

    [Fact]
    public void Check_AMetricWithoutAValue_IsWarnedAbout() => Assert.Equal(
        new LintFinding(false, "guardrails[0]", "\"CPU\" has had no value of CPU for champion lately: check its names and dimensions, or it will never see anything."),
        Only(Cpu));

    [Fact]
    public void Check_AMetricBeyondItsLimitAlready_WouldRollBackAtOnce() =>
        Assert.Equal("\"CPU\" would roll back at once: for champion itself it reads CPU 91 %, limit 80 %.", Only(Cpu, 20, 90, 91).Reason);

    [Fact]
    public void Check_AMetricWithinItsLimit_IsFine() => Assert.Empty(Check(Cpu, 20, 90, 30));

    [Fact]
    public void Check_AlarmsThatAreNotOk_AreWarnedAbout()
    {
        Assert.Equal("\"basket\" says nothing now: alarm basket-drop has insufficient data.", Only(Alarm).Reason);
        Assert.Contains("is in ALARM already", Only(Alarm, 1).Reason, StringComparison.Ordinal);
        Assert.Empty(Check(Alarm, 0));
    }

    [Fact]
    public void Check_WhatCouldNotBeRead_SaysWhy() => Assert.Equal(
        "\"CPU\" would be blind now: Rate exceeded.",
        Assert.Single(BaselineLint.Check([Cpu], "champion", new Dictionary<string, SignalReading> { ["CPU"] = new([], "Rate exceeded.") })).Reason);

    [Fact]
    public void Check_WhatNobodyRead_IsNotItsBusiness() => Assert.Empty(BaselineLint.Check([Cpu, Alarm], "champion", new Dictionary<string, SignalReading>()));

    [Fact]
    public async Task Read_AsksForTheChampion_AndFailsInWords()
    {
        var clock = new ManualTimeProvider();
        var source = new FakeSignals(_ => SignalReading.None);
        var reader = new BaselineReader(clock, new WallClock(clock), source);
        Guardrail[] guardrails = [Cpu, Of("errors", new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1))), Alarm];

        Assert.Equal(["CPU", "basket"], (await reader.ReadAsync("e", "champion", TimeSpan.FromMinutes(1), guardrails, CancellationToken.None)).Keys);
        Assert.All(Assert.Single(source.Calls), request => Assert.Equal(("e", "champion"), (request.Endpoint, request.Variant)));

        source.Failure = new CloudException(CloudFailure.Throttled, "Rate exceeded");
        Assert.All((await reader.ReadAsync("e", "champion", TimeSpan.FromMinutes(1), guardrails, CancellationToken.None)).Values, reading => Assert.Equal("Rate exceeded", reading.Problem));
    }

    private static Guardrail Of(string name, GuardrailRule rule) => new(name, rule, Enforcing: true, MinimumRequests: 100, FailedLooks: 2, Looks: 3);

    private static LintFinding Only(Guardrail guardrail, params double[] values) => Assert.Single(Check(guardrail, values));

    private static IReadOnlyList<LintFinding> Check(Guardrail guardrail, params double[] values) => BaselineLint.Check(
        [guardrail],
        "champion",
        new Dictionary<string, SignalReading>
        {
            [guardrail.Name] = new([.. values.Select((value, index) => new SignalPoint(T0.AddMinutes(index), TimeSpan.FromMinutes(1), value))], null),
        });
}
