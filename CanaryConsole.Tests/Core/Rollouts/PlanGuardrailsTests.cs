using System.Text.Json;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Rollouts;

public class PlanGuardrailsTests
{
    private static readonly IReadOnlyList<GuardrailRequest> Everything =
    [
        new() { Kind = "errorRateLimit", Limit = 0.02, Counted = "all", Severity = "warning", BudgetWeight = 2 },
        new() { Kind = "errorRateAgainstChampion", Ratio = 1.5, Counted = "clientErrors", MissingData = "ignore" },
        new() { Kind = "latencyLimit", Limit = 80, Percentile = 0.9, Test = "failedLooks", FailedLooks = 3, Looks = 5 },
        new() { Kind = "latencyAgainstChampion", Name = "not slower" },
        new() { Kind = "utilizationLimit", Resource = "memory", Limit = 85 },
        new() { Kind = "invocationsMissing", Minutes = 10, MissingData = "breach" },
        new()
        {
            Kind = "metricLimit", Limit = 2, LimitUnit = "seconds", Unit = "milliseconds", Fails = "below", Expression = "a / b",
            Metrics = [new MetricTermRequest("Shop", "Orders", new Dictionary<string, string> { ["Variant"] = "{variant}" }, "Sum", "a"), new MetricTermRequest("Shop", "Baskets", Id: "b")],
        },
        new() { Kind = "alarmState", AlarmName = "orders-low", Enforcing = false },
        new() { Kind = "trafficSplit" },
    ];

    [Fact]
    public void Of_NothingSaid_AreTheUsualThreeByRunningEvidence()
    {
        var guardrails = PlanGuardrails.Of(MonitorBench.Request());

        Assert.All(guardrails, guardrail => Assert.Equal(GuardTest.Sequential, guardrail.Test));
        Assert.Equal([false, true, false], guardrails.Select(guardrail => guardrail.CatastropheTier));
        Assert.Equal(Percentage.FromPercent(1), PlanGuardrails.Budget(MonitorBench.Request(), guardrails));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(null, 5)]
    public void Of_LooksGivenAndNoTest_CountsLooksAsOlderPlansDid(int? failed, int? looks)
    {
        var request = MonitorBench.Request() with { FailedLooks = failed, Looks = looks };
        var guardrails = PlanGuardrails.Of(request);

        Assert.All(guardrails, guardrail => Assert.Equal((GuardTest.FailedLooks, false), (guardrail.Test, guardrail.CatastropheTier)));
        Assert.Null(PlanGuardrails.Budget(request, guardrails));
        Assert.All(PlanGuardrails.Of(request with { GuardTest = "sequential" }), guardrail => Assert.Equal(GuardTest.Sequential, guardrail.Test));
    }

    [Fact]
    public void Of_EveryKind_IsMadeAsAsked()
    {
        var guardrails = PlanGuardrails.Of(MonitorBench.Request() with { Guardrails = Everything });

        Assert.Equal(
        [
            "Failures and 4xx answers at most 2 %", "4xx answers at most 1.5 times the champion's", "P90 at most 80 ms", "not slower", "Memory at most 85 %",
            "No silence of 10 min", "A / b at least 2 s", "Alarm orders-low not in ALARM", "Requests split as the weights say",
        ], guardrails.Select(guardrail => guardrail.Name));
        Assert.Equal((Severity.Warning, 2.0, true, true), (guardrails[0].Severity, guardrails[0].BudgetWeight, guardrails[0].CatastropheTier, guardrails[0].Enforcing));
        Assert.Equal((GuardTest.FailedLooks, 3, 5), (guardrails[2].Test, guardrails[2].FailedLooks, guardrails[2].Looks));
        Assert.Equal(GuardTest.Sequential, guardrails[3].Test);
        Assert.Equal(MissingEvidence.Breach, guardrails[5].MissingEvidence);
        Assert.False(Assert.IsType<GuardrailRule.MetricLimit>(guardrails[6].Rule).Above);
        Assert.False(guardrails[8].Enforcing);
    }

    [Fact]
    public void PlanRequest_OfAPlanWithEveryKind_MakesTheSameGuardrailsAgain()
    {
        var request = MonitorBench.Request() with { Guardrails = Everything, FalseRollbackBudget = 0.02 };
        var guardrails = PlanGuardrails.Of(request);
        var plan = RolloutSamples.Plan() with { Guardrails = guardrails, FalseRollbackBudget = PlanGuardrails.Budget(request, guardrails) };

        var again = PlanRequest.Of(plan);

        Assert.Equal(Json(guardrails), Json(PlanGuardrails.Of(again)));
        Assert.Equal(plan.FalseRollbackBudget, PlanGuardrails.Budget(again, guardrails));
    }

    [Fact]
    public void PlanRequest_OfThePlansOfOlderConsoles_StillSpeaksOfLimits()
    {
        var again = PlanRequest.Of(RolloutSamples.Plan());

        Assert.Null(again.Guardrails);
        Assert.Equal((0.01, 2, 3, null), (again.ErrorRateLimit, again.FailedLooks, again.Looks, again.GuardTest));
        Assert.Equal(Json(RolloutSamples.Plan().Guardrails[0].Rule), Json(PlanGuardrails.Of(again).Single(guardrail => guardrail.Rule is GuardrailRule.ErrorRateLimit).Rule));
    }

    public static TheoryData<GuardrailRequest, string, string> Wrong => new()
    {
        { new() { Kind = "errors" }, "guardrails[0].kind", "guardrails[0].kind is \"errors\"; it must be errorRateLimit, errorRateAgainstChampion, latencyLimit, latencyAgainstChampion, utilizationLimit, invocationsMissing, metricLimit, alarmState or trafficSplit." },
        { new() { Kind = "errorRateLimit" }, "guardrails[0].limit", "guardrails[0].limit is missing; give a fraction, as in 0.01 for 1 %." },
        { new() { Kind = "errorRateLimit", Limit = 2 }, "guardrails[0].limit", "guardrails[0].limit is 2; it must be between 0 and 1." },
        { new() { Kind = "errorRateLimit", Limit = double.NaN }, "guardrails[0].limit", "guardrails[0].limit is NaN; it must be between 0 and 1." },
        { new() { Kind = "errorRateLimit", Limit = 0.01, Percentile = 0.99 }, "guardrails[0].percentile", "guardrails[0].percentile was given, but an errorRateLimit has none: leave it out." },
        { new() { Kind = "errorRateLimit", Limit = 0.01, Counted = "oops" }, "guardrails[0].counted", "guardrails[0].counted is \"oops\"; it must be failures, serverErrors, clientErrors, modelErrors or all." },
        { new() { Kind = "errorRateLimit", Limit = 0.01, Severity = "bad" }, "guardrails[0].severity", "guardrails[0].severity is \"bad\"; it must be critical or warning." },
        { new() { Kind = "errorRateLimit", Limit = 0.01, MissingData = "pass" }, "guardrails[0].missingData", "guardrails[0].missingData is \"pass\"; it must be hold, breach or ignore." },
        { new() { Kind = "errorRateLimit", Limit = 0.01, BudgetWeight = 0 }, "guardrails[0].budgetWeight", "guardrails[0].budgetWeight is 0; it must be between 0.01 and 100." },
        { new() { Kind = "errorRateLimit", Limit = 0.01, FailedLooks = 4, Looks = 3 }, "guardrails[0].failedLooks", "guardrails[0].failedLooks is 4; it must be between 1 and 3." },
        { new() { Kind = "errorRateAgainstChampion", Ratio = 0.5 }, "guardrails[0].ratio", "guardrails[0].ratio is 0.5; it must be between 1 and 1000." },
        { new() { Kind = "latencyLimit", Limit = 0 }, "guardrails[0].limit", "guardrails[0].limit is 0; it must be between 0.001 and 60000." },
        { new() { Kind = "latencyLimit", Limit = 100, Percentile = 0.4 }, "guardrails[0].percentile", "guardrails[0].percentile is 0.4; it must be between 0.5 and 0.999." },
        { new() { Kind = "latencyAgainstChampion", Test = "failedLooks" }, "guardrails[0].test", "guardrails[0].test is \"failedLooks\"; a latencyAgainstChampion is judged by sequential only: leave it out." },
        { new() { Kind = "utilizationLimit", Limit = 80 }, "guardrails[0].resource", "guardrails[0].resource is missing; give cpu or memory." },
        { new() { Kind = "utilizationLimit", Limit = 80, Resource = "cpu", Test = "sequential" }, "guardrails[0].test", "guardrails[0].test is \"sequential\"; a utilizationLimit is judged by failedLooks only: leave it out." },
        { new() { Kind = "invocationsMissing", Minutes = 61 }, "guardrails[0].minutes", "guardrails[0].minutes is 61; it must be between 1 and 60." },
        { new() { Kind = "metricLimit", Limit = 1 }, "guardrails[0].metrics", "guardrails[0].metrics has 0 entries; a metricLimit needs 1 to 10." },
        { new() { Kind = "metricLimit", Limit = 1, Metrics = [Term(), Term()] }, "guardrails[0].expression", "guardrails[0].expression is missing; with 2 metrics it says what is made of them, as in \"100 * errors / requests\"." },
        { new() { Kind = "metricLimit", Limit = 1, Metrics = [Term("a"), Term("a")], Expression = "a" }, "guardrails[0].metrics", "guardrails[0].metrics has the id \"a\" twice; give each its own." },
        { new() { Kind = "metricLimit", Limit = 1, Metrics = [Term("A")] }, "guardrails[0].metrics[0].id", "guardrails[0].metrics[0].id is \"A\"; an id starts with a lower-case letter and has up to 255 letters, digits and underscores." },
        { new() { Kind = "metricLimit", Limit = 1, Metrics = [Term()], Unit = "milliseconds", LimitUnit = "bytes" }, "guardrails[0].limitUnit", "guardrails[0].limitUnit is bytes, which cannot be compared with the metric's milliseconds; give one of the same dimension." },
        { new() { Kind = "metricLimit", Limit = double.PositiveInfinity, Metrics = [Term()] }, "guardrails[0].limit", "guardrails[0].limit is Infinity; it must be a finite number." },
        { new() { Kind = "metricLimit", Limit = 1, Metrics = [Term()], Fails = "over" }, "guardrails[0].fails", "guardrails[0].fails is \"over\"; it must be above or below." },
        { new() { Kind = "alarmState", AlarmName = " " }, "guardrails[0].alarmName", "guardrails[0].alarmName has 0 characters; it must have 1 to 255." },
        { new() { Kind = "trafficSplit", Name = "" }, "guardrails[0].name", "guardrails[0].name has 0 characters; it must have 1 to 100." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Of_OneFieldWrong_SaysWhich(GuardrailRequest guardrail, string field, string reason)
    {
        var problem = Assert.Throws<PlanProblemException>(() => PlanGuardrails.Of(MonitorBench.Request() with { Guardrails = [guardrail] }));

        Assert.Equal((RefusalKind.Invalid, field, reason), (problem.Kind, problem.Field, problem.Message));
    }

    [Fact]
    public void Of_TheListAsAWholeWrong_SaysHow()
    {
        var one = new GuardrailRequest { Kind = "trafficSplit" };
        var request = MonitorBench.Request();

        Assert.Equal("guardrails has 0 entries; give 1 to 20, or leave them out for the usual ones.", Problem(request with { Guardrails = [] }));
        Assert.Equal("guardrails[1].name is \"Requests split as the weights say\", as that of guardrails[0]; give each its own.", Problem(request with { Guardrails = [one, one] }));
        Assert.Equal("errorRateLimit was given beside guardrails, which stand instead of it: put the limit among the guardrails, or leave one of the two out.", Problem(request with { Guardrails = [one], ErrorRateLimit = 0.01 }));
        Assert.Equal("guardTest is \"looks\"; it must be sequential or failedLooks.", Problem(request with { GuardTest = "looks" }));
        Assert.Equal("falseRollbackBudget is 0.5; it must be between 0.0001 and 0.2.", Problem(request with { FalseRollbackBudget = 0.5 }));
    }

    private static MetricTermRequest Term(string? id = null) => new("Shop", "Orders", Id: id);

    private static string Problem(RolloutRequest request) => Assert.Throws<PlanProblemException>(() => PlanGuardrails.Budget(request, PlanGuardrails.Of(request))).Message;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, CoreJson.Options);
}
