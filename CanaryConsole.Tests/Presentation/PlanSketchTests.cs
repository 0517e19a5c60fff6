using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public class PlanSketchTests
{
    private static readonly RolloutRequest Canary = new()
    {
        Endpoint = "media-ranker",
        BakeMinutes = 10,
        SoakMinutes = 30,
        ErrorRateLimit = 0.01,
        LatencyP99LimitMs = 100,
        ErrorRatioLimit = 1,
        MinimumRequests = 500,
    };

    [Fact]
    public void Of_Canary_DrawsItsStepsAndTheSoak() => Assert.Equal(
        [new("5 %", "10 min", 5, 10), new("25 %", "10 min", 25, 10), new("50 %", "10 min", 50, 10), new("100 %", "soak 30 min", 100, 30)],
        PlanSketch.Of(Canary, null).Segments);

    [Fact]
    public void Of_Linear_StopsBelowTheWhole() => Assert.Equal(
        ["10 %", "20 %", "30 %", "40 %", "50 %", "60 %", "70 %", "80 %", "90 %", "100 %"],
        PlanSketch.Of(Canary with { Strategy = Strategy.Linear, LinearIncrement = 0.1 }, null).Segments.Select(segment => segment.Name));

    [Fact]
    public void Of_ShadowFirst_IsDrawnBeforeTheStepsAndCounted()
    {
        var sketch = PlanSketch.Of(Canary with { Shadow = new ShadowRequest { DurationMinutes = 20 } }, null);

        Assert.Equal(new PlanSegment("shadow", "20 min", 0, 20), sketch.Segments[0]);
        Assert.Equal(new PlanFact("lasts", "1 h 20 min, if nothing holds it"), sketch.Facts[0]);
    }

    [Theory]
    [InlineData(TrafficShift.Canary, "10 % 100 %", "40 min, if nothing holds it")]
    [InlineData(TrafficShift.Linear, "20 % 40 % 60 % 80 % 100 %", "1 h 10 min, if nothing holds it")]
    [InlineData(TrafficShift.AllAtOnce, "100 %", "30 min, if nothing holds it")]
    public void Of_BlueGreen_DrawsWhatSageMakerWouldDo(TrafficShift traffic, string names, string lasts)
    {
        var sketch = PlanSketch.Of(Canary with { Strategy = Strategy.BlueGreen, BakeMinutes = null, Managed = new ManagedRequest { Traffic = traffic } }, null);

        Assert.Equal(names, string.Join(' ', sketch.Segments.Select(segment => segment.Name)));
        Assert.Equal(new PlanFact("lasts", lasts), sketch.Facts[0]);
    }

    [Fact]
    public void Of_GatesAndSteps_AddUp() => Assert.Equal(
        new PlanFact("lasts", "50 min and a gate, if nothing holds it"),
        PlanSketch.Of(Canary with { Strategy = Strategy.CustomSteps, Steps = [new(0.1, 20, true)] }, null).Facts[0]);

    [Fact]
    public void Of_KnownTraffic_SaysWhoIsExposedAndWhenItDecides()
    {
        var facts = PlanSketch.Of(Canary, Serving(400)).Facts;

        Assert.Contains(new PlanFact("exposed at 5 %", "1,200 requests in 10 min, at 40 a second as now"), facts);
        Assert.Contains(new PlanFact("first decision", "1,000 requests take about 8 min"), facts);
    }

    [Fact]
    public void Of_LittleTraffic_WarnsThatTheStepWillHold() => Assert.True(
        PlanSketch.Of(Canary, Serving(4)).Facts.Single(fact => fact.Name == "first decision").Warns);

    [Fact]
    public void Of_Rules_AreSaidInOneLine() => Assert.Contains(
        new PlanFact("rolls back on", "errors above 1 %, p99 above 100 ms, more errors than the champion"), PlanSketch.Of(Canary, null).Facts);

    [Fact]
    public void Of_GuardrailsOfItsOwn_CountsWhatRollsBackAndWhatDoesNot() => Assert.Contains(
        new PlanFact("rolls back on", "1 guardrail, 2 more warn or observe"),
        PlanSketch.Of(Canary with { Guardrails = [new() { Kind = "latencyLimit", Limit = 100 }, new() { Kind = "trafficSplit" }, new() { Kind = "alarmState", AlarmName = "a", Severity = "warning" }] }, null).Facts);

    [Fact]
    public void Of_Budget_IsSaidForTheWholeRollout()
    {
        Assert.Contains(new PlanFact("false rollback", "at most 1 % for the whole rollout"), PlanSketch.Of(Canary with { FalseRollbackBudget = 0.01 }, null).Facts);
        Assert.Contains(new PlanFact("false rollback", "no promise: failed looks are counted"), PlanSketch.Of(Canary with { FailedLooks = 2 }, null).Facts);
    }

    [Fact]
    public void RequestsPerSecond_NoWindows_IsUnknown() => Assert.Null(PlanSketch.RequestsPerSecond(RolloutBuilder.Endpoint()));

    private static EndpointSnapshot Serving(long perWindow) => RolloutBuilder.Endpoint(histories: new VariantHistory(
        "champion",
        [.. Enumerable.Range(0, 60).Select(index => new MetricWindow(RolloutBuilder.Start.AddSeconds(index * 10), TimeSpan.FromSeconds(10), perWindow, 0, null, null, null, null))],
        RolloutBuilder.Start, null));
}
