using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Deployments;

public sealed class AlarmLintTests
{
    private static readonly LintContext Context = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1), 4);

    // Errors and warnings as "error: ..." and "warning: ...".
    public static TheoryData<string, AlarmFacts> Findings => new()
    {
        { "", Alarm() },
        { "error: alarm \"pages\" can never fire: Average of Invocation4XXErrors is at most 1, its threshold is 1.", Alarm("Invocation4XXErrors", "Average", 1) },
        { "", Alarm("Invocation4XXErrors", "Average", 1) with { Comparison = AlarmComparison.GreaterThanOrEqual } },
        { "", Alarm("Invocation4XXErrors", "Sum", 1) },
        { "error: alarm \"pages\" can never fire: p99 of ModelLatency is at most 60000000, its threshold is 60000000.", Alarm("ModelLatency", "p99", 60_000_000) with { Period = TimeSpan.FromMinutes(5) } },
        { "error: alarm \"pages\" looks back over 2 x 600 s = 1200 s, longer than the bake of 600 s it is to end.", Alarm() with { Period = TimeSpan.FromMinutes(10), EvaluationPeriods = 2 } },
        { "error: alarm \"pages\" has a period of 10 s, but the endpoint publishes every 60 s: it would lapse into INSUFFICIENT_DATA.", Alarm() with { Period = TimeSpan.FromSeconds(10) } },
        { "warning: alarm \"pages\" treats missing data as notBreaching: a fleet that is measured no more passes.", Alarm() with { MissingData = MissingData.NotBreaching } },
        { "warning: alarm \"pages\" treats missing data as ignore: a fleet that is measured no more passes.", Alarm() with { MissingData = MissingData.Ignore } },
        { "", Alarm() with { MissingData = MissingData.Breaching } },
        { "warning: alarm \"pages\" needs 1,000 requests for p99 in a period of 60 s; the first step brings about 240.", Alarm("ModelLatency", "p99", 100_000) },
        { "", Alarm("ModelLatency", "p50", 100_000) },
        { "warning: alarm \"pages\" compares ModelLatency, which is in microseconds, with 100: that is 0.1 ms.", Alarm("ModelLatency", "p50", 100) },
        { "error: alarm \"pages\" is in ALARM already: SageMaker would roll back at once.", Alarm() with { Seen = new AlarmSighting("pages", AlarmState.Alarm, null, null) } },
        { "error: alarm \"pages\" does not exist in this account and region.", Alarm() with { Seen = new AlarmSighting("pages", AlarmState.Missing, null, null) } },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void Alarm_IsFoundWanting(string expected, AlarmFacts alarm)
    {
        var findings = AlarmLint.Check(alarm, Context, "managed.alarms");

        Assert.Equal(expected, string.Join("; ", findings.Select(finding => $"{(finding.IsError ? "error" : "warning")}: {finding.Reason}")));
        Assert.All(findings, finding => Assert.Equal("managed.alarms", finding.Field));
    }

    [Theory]
    [InlineData("p50", 20)]
    [InlineData("p99", 1_000)]
    [InlineData("p99.9", 10_000)]
    public void SamplesNeeded_FollowsCloudWatchsRule(string statistic, long expected) => Assert.Equal(expected, AlarmLint.SamplesNeeded(statistic));

    [Fact]
    public void OwnAlarms_BakeShorterThanTheLooks_AreRefusedAtTheBake()
    {
        var plan = RolloutSamples.ManagedPlan();
        var error = Assert.Single(GuardrailLint.Check(plan with { Managed = plan.Managed! with { WaitInterval = TimeSpan.FromMinutes(2) } }, RolloutSamples.Endpoint(), []), finding => finding.IsError);

        Assert.Equal(("managed.waitSeconds", "alarm \"Error rate below 1 %\" looks back over 3 x 60 s = 180 s, longer than the bake of 120 s it is to end."), (error.Field, error.Reason));
    }

    [Fact]
    public void OwnAlarms_LimitOf100Percent_AreRefusedAtTheLimit()
    {
        var plan = RolloutSamples.ManagedPlan() with { Guardrails = [RolloutSamples.ErrorRate with { Rule = new GuardrailRule.ErrorRateLimit(Percentage.Whole) }] };

        var error = Assert.Single(GuardrailLint.Check(plan, RolloutSamples.Endpoint(), []), finding => finding.IsError);

        Assert.Equal("errorRateLimit", error.Field);
        Assert.Contains("can never fire", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OwnAlarms_PeriodsFollowFromTheTraffic_AndFitTheBake()
    {
        var plan = RolloutSamples.ManagedPlan();
        TimeSpan Period(double? rate, int wait) => GuardAlarms.Of("r", "c", plan with { Managed = plan.Managed! with { RequestsPerSecond = rate, WaitInterval = TimeSpan.FromMinutes(wait) } })[0].Period;

        Assert.Equal(TimeSpan.FromMinutes(1), Period(null, 10));
        Assert.Equal(TimeSpan.FromMinutes(1), Period(400, 10));
        Assert.Equal(TimeSpan.FromMinutes(3), Period(40, 10));
        Assert.Equal(TimeSpan.FromMinutes(2), Period(40, 6));
        Assert.Contains(
            GuardrailLint.Check(plan with { Managed = plan.Managed! with { RequestsPerSecond = 10 } }, RolloutSamples.Endpoint(), []),
            finding => !finding.IsError && finding.Reason == "alarm \"Error rate below 1 %\" needs 500 requests in a period of 180 s; the first step brings about 180, so only the console itself judges it there.");
    }

    [Fact]
    public void Watched_WithoutAutomaticRollback_AreTheAbortAlarmAndTheTeams()
    {
        var plan = RolloutSamples.ManagedPlan(autoRollback: false);
        plan = plan with { Managed = plan.Managed! with { ExtraAlarms = ["pages"] } };

        Assert.Equal(["canaryconsole-r-abort", "pages"], GuardAlarms.Watched(GuardAlarms.Of("r", "c", plan), plan));
    }

    private static AlarmFacts Alarm(string metric = "Invocation5XXErrors", string statistic = "Sum", double threshold = 5) => new(
        "pages", metric, statistic, AlarmComparison.GreaterThan, threshold, TimeSpan.FromMinutes(1), 2, MissingData.Missing, new AlarmSighting("pages", AlarmState.Ok, null, null));
}
