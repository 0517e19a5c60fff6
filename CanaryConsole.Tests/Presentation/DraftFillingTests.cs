using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public class DraftFillingTests
{
    public static TheoryData<RolloutRequest> Requests =>
    [
        Request() with { Strategy = Strategy.Canary, BakeMinutes = 7, StepMinimumRequests = 2_000 },
        Request() with { Strategy = Strategy.Linear, BakeMinutes = 10, LinearIncrement = 0.07 },
        Request() with { Strategy = Strategy.CustomSteps, Steps = [new(0.01, 2.5, true, 300), new(0.5, 30)] },
        Request() with { Strategy = Strategy.AllAtOnce, ErrorRatioLimit = 0, AutoRollback = false, ApprovalRequired = true },
        Request() with { Strategy = Strategy.AbHold, HoldShare = 0.3, BakeMinutes = 2_880 },
        Request() with { Strategy = Strategy.Shadow, BakeMinutes = 10, Shadow = new ShadowRequest { SamplingPercentage = 50, DurationMinutes = 20, MinimumAgreement = 0.99, Gate = true, CarryEvidence = true } },
        Request() with { Strategy = Strategy.Canary, BakeMinutes = 10, Shadow = new ShadowRequest { SamplingPercentage = 100, DurationMinutes = 30 } },
        Request() with { Strategy = Strategy.BlueGreen, Managed = new ManagedRequest { Traffic = TrafficShift.Linear, LinearStepSize = new FleetSizeRequest { Value = 25 }, WaitSeconds = 300, TerminationWaitSeconds = 60, Alarms = ["one", "two"] } },
        Request() with { Strategy = Strategy.Rolling, Managed = new ManagedRequest { BatchSize = new FleetSizeRequest { Unit = FleetUnit.Instances, Value = 2 }, WaitSeconds = 0, MaximumExecutionSeconds = 900 } },
        Request() with
        {
            Strategy = Strategy.AllAtOnce, RollbackPolicy = RollbackPolicy.RestoreConfig, Quarantine = true, OverrideQuarantine = "checked by hand", OverrideArtifact = "serves without", WarmInstances = 1, KeepChampion = true,
            SmokeTests = [new SmokeTestRequest { Name = "one", Payload = "{}", Assertions = ["$.a > 0", "$.b < 1"], ExpectedStatus = 200, LatencyLimitMs = 250.5 }],
            Hooks = [new HookRequest { Moment = HookMoment.AfterTraffic, Url = "https://deploy.example.com/done", TimeoutSeconds = 12 }],
        },
        Request() with
        {
            Strategy = Strategy.AllAtOnce, ModelName = null, Candidate = new CandidateRequest("media-ranker", "run-1"), OverrideArtifact = "a rebuilt archive",
            Scaling = new ScalingRequest("latency", 80, 2, 6), Capture = new CaptureRequest(0.07, "s3://bucket/prefix"),
            Alarms = [new AlarmRequest("errorRate5xx", 0.07, 5), new AlarmRequest("cpu", 85)], Tags = new Dictionary<string, string> { ["ticket"] = "ML-12" },
        },
        Sequential() with { Strategy = Strategy.AllAtOnce },
        Listed(
            new GuardrailRequest { Kind = "errorRateLimit", Limit = 0.07, Counted = "clientErrors", CatastropheTier = false, BudgetWeight = 2.5, MissingData = "breach" },
            new GuardrailRequest { Kind = "errorRateAgainstChampion", Ratio = 1.2, Counted = "all", Severity = "warning", Test = "sequential", MinimumRequests = 200 },
            new GuardrailRequest { Kind = "latencyLimit", Name = "median", Limit = 20.5, Percentile = 0.5, Enforcing = false },
            new GuardrailRequest { Kind = "latencyAgainstChampion", MissingData = "ignore" },
            new GuardrailRequest { Kind = "invocationsMissing", Minutes = 10 },
            new GuardrailRequest { Kind = "trafficSplit", Enforcing = true, Severity = "warning" }) with { Strategy = Strategy.AllAtOnce },
        Listed(
            new GuardrailRequest { Kind = "utilizationLimit", Resource = "memory", Limit = 85, FailedLooks = 3, Looks = 5 },
            new GuardrailRequest { Kind = "alarmState", AlarmName = "ranker-5xx" },
            new GuardrailRequest
            {
                Kind = "metricLimit", Limit = 5, Fails = "below", Unit = "microseconds", LimitUnit = "milliseconds", Expression = "a / b",
                Metrics =
                [
                    new("AWS/SageMaker", "OverheadLatency", new Dictionary<string, string> { ["EndpointName"] = "{endpoint}", ["VariantName"] = "{variant}" }, "Sum", "a"),
                    new("Shop", "Baskets", null, null, "b"),
                ],
            }) with { Strategy = Strategy.AllAtOnce, FailedLooks = 2, Looks = 4 },
    ];

    [Fact]
    public void Fill_LooksWithoutAWordAboutTheTest_AreAPlanOfOld()
    {
        var draft = new RolloutDraft();

        DraftFilling.Fill(draft, Request() with { GuardTest = null });
        Assert.Equal(GuardTest.FailedLooks, draft.Test);

        DraftFilling.Fill(draft, Request() with { GuardTest = null, FailedLooks = null, Looks = null });
        Assert.Equal(GuardTest.Sequential, draft.Test);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Fill_Request_ComesBackFromTheForm(RolloutRequest request)
    {
        var draft = new RolloutDraft();

        DraftFilling.Fill(draft, request);
        var check = DraftCheck.Of(draft, null, null);

        Assert.Empty(check.Problems);
        Assert.Equal(Json(request), Json(check.Request));
    }

    [Fact]
    public void Fill_CanaryWithStepsOfItsOwn_BecomesCustomSteps()
    {
        var draft = new RolloutDraft();

        DraftFilling.Fill(draft, Request() with { Strategy = Strategy.Canary, Steps = [new(0.1, 5)] });

        Assert.Equal((Strategy.CustomSteps, "10"), (draft.Strategy, Assert.Single(draft.Steps).Share));
    }

    [Fact]
    public void Fill_EndpointLeftOpen_KeepsTheOneInTheForm()
    {
        var draft = new RolloutDraft { Endpoint = "media-ranker" };

        DraftFilling.Fill(draft, Request() with { Endpoint = "" });

        Assert.Equal("media-ranker", draft.Endpoint);
    }

    // What the form always says out loud.
    private static RolloutRequest Request() => new()
    {
        Endpoint = "media-ranker",
        ModelName = "media-ranker-v8",
        SoakMinutes = 45,
        ErrorRateLimit = 0.02,
        LatencyP99LimitMs = 80,
        ErrorRatioLimit = 1.5,
        MinimumRequests = 300,
        GuardTest = "failedLooks",
        FailedLooks = 2,
        Looks = 4,
    };

    private static RolloutRequest Sequential() => Request() with { GuardTest = "sequential", FalseRollbackBudget = 0.007, FailedLooks = null, Looks = null };

    private static RolloutRequest Listed(params GuardrailRequest[] guardrails) => Sequential() with { ErrorRateLimit = null, LatencyP99LimitMs = null, ErrorRatioLimit = null, Guardrails = guardrails };

    private static string Json(RolloutRequest request) => CanaryConsole.Core.Rollouts.Plans.PlanFile.Write(request);
}
