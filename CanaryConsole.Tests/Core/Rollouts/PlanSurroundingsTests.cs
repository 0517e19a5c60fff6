using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;

namespace CanaryConsole.Tests.Core.Rollouts;

public class PlanSurroundingsTests
{
    private static readonly RolloutRequest Request = new() { Endpoint = "media-ranker", ModelName = "media-ranker-v8", ChallengerVariant = "challenger-v8" };

    public static TheoryData<RolloutRequest, string, string> Wrong => new()
    {
        { Request with { Scaling = new(null, 5) }, "scaling.target", "scaling.target is \"\"; it must be invocationsPerInstance or latency." },
        { Request with { Scaling = new("latency", null) }, "scaling.value", "scaling.value is NaN; it must be between 0.001 and 60000." },
        { Request with { Scaling = new("invocationsPerInstance", 0) }, "scaling.value", "scaling.value is 0; it must be between 0.001 and 1000000000." },
        { Request with { Scaling = new("latency", 50, 0) }, "scaling.minimumInstances", "scaling.minimumInstances is 0; it must be between 1 and 1000." },
        { Request with { Scaling = new("latency", 50, 4, 3) }, "scaling.maximumInstances", "scaling.maximumInstances is 3; it must be between 4 and 1000." },
        { Request with { Scaling = new("latency", 50, 1, 1) }, "scaling.maximumInstances", "scaling.maximumInstances is 1; the challenger is brought up with 2 instances, and scaling would take some away the moment it begins." },
        { Request with { Capture = new(1.5) }, "capture.share", "capture.share is 1.5; it must be between 0 and 1." },
        { Request with { Capture = new(0.005, "s3://bucket/x") }, "capture.share", "capture.share is 0.005; SageMaker captures whole percents, as in 0.05 for 5 %." },
        { Request with { Capture = new(0.2) }, "capture.destination", "capture.destination is missing; endpoint media-ranker captures nothing now, so say where to, as in s3://bucket/prefix." },
        { Request with { Capture = new(0.2, "https://bucket/x") }, "capture.destination", "capture.destination is \"https://bucket/x\"; it must be an S3 address as in s3://bucket/prefix, at most 512 characters long." },
        { Request with { ModelName = "media-ranker-v8", Capture = new(0.2, "s3://bucket/x"), ChallengerVariant = "serving" }, "capture", "capture was given, but serving serves on media-ranker already: this rollout makes no configuration that could say so." },
        { Request with { Alarms = [.. Enumerable.Repeat(new AlarmRequest("cpu", 80), 11)] }, "alarms", "alarms has 11 entries; at most 10 are possible." },
        { Request with { Alarms = [new("disk", 80)] }, "alarms[0].kind", "alarms[0].kind is \"disk\"; it must be latencyP99, errorRate5xx, cpu or memory." },
        { Request with { Alarms = [new("cpu", 80), new("errorRate5xx", 1)] }, "alarms[1].limit", "alarms[1].limit is 1; it must be between 0 and 0.999." },
        { Request with { Alarms = [new("memory", null)] }, "alarms[0].limit", "alarms[0].limit is NaN; it must be between 0.1 and 99.9." },
        { Request with { Alarms = [new("latencyP99", 80, 61)] }, "alarms[0].minutes", "alarms[0].minutes is 61; it must be between 1 and 60." },
        { Request with { InstanceType = "ml.strange", Alarms = [new("cpu", 80)] }, "alarms[0].kind", "alarms[0].kind is \"cpu\", but how many cores an ml.strange has is not known here, and CloudWatch counts 100 % for each: leave this alarm out." },
        { Request with { Tags = new Dictionary<string, string> { ["AWS:x"] = "1" } }, "tags", "tags has the key \"AWS:x\", whose beginning is Amazon's own." },
        { Request with { Tags = new Dictionary<string, string> { ["canaryconsole:rollout"] = "1" } }, "tags", "tags has the key \"canaryconsole:rollout\", whose beginning is the console's own." },
        { Request with { Tags = new Dictionary<string, string> { ["a;b"] = "1" } }, "tags", "tags has the key \"a;b\"; key and value may have letters, digits, spaces and _ . : / = + - @." },
        { Request with { Tags = new Dictionary<string, string> { ["a"] = new('x', 257) } }, "tags", "tags has the key \"a\" with a value of 257 characters; at most 256 are possible." },
        { Request with { Tags = Enumerable.Range(0, 21).ToDictionary(number => $"k{number}", _ => "") }, "tags", "tags has 21 entries; at most 20 are possible." },
        { Request with { Strategy = Strategy.BlueGreen, ChallengerVariant = null, Alarms = [new("cpu", 80)] }, "alarms", "alarms were given, but the strategy is blueGreen: the new fleet bears the old one's variant name, so they would watch both. Its guardrails have alarms of their own; managed.alarms takes yours." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Build_OneFieldWrong_SaysWhichAndWhy(RolloutRequest request, string field, string reason)
    {
        var invalid = Assert.IsType<PlanResult.Invalid>(Build(request));

        Assert.Equal((field, reason), (invalid.Field, invalid.Reason));
    }

    [Fact]
    public void Build_NothingSaid_LeavesEverythingAsItIs()
    {
        var around = Plan(Request).Surroundings!;

        Assert.Equal((null, null, null, null), (around.Scaling, around.Capture, around.Alarms, around.Tags));
    }

    [Fact]
    public void Build_Defaults_AreTheChallengersInstancesTwiceThemAndThreeMinutes()
    {
        var around = Plan(Request with { Scaling = new("latency", 50), Alarms = [new("memory", 80)] }).Surroundings!;

        Assert.Equal(new ChallengerScaling(ScalingMetric.Latency, 50, 2, 4), around.Scaling);
        Assert.Equal([new ChallengerAlarm(ChallengerAlarmKind.Memory, 80, 3)], around.Alarms);
    }

    [Fact]
    public void Build_BlueGreen_TakesScalingCaptureAndTags()
    {
        var around = Plan(Request with
        {
            Strategy = Strategy.BlueGreen,
            ChallengerVariant = null,
            Scaling = new("latency", 50),
            Capture = new(0),
            Tags = new Dictionary<string, string> { ["team"] = "media" },
        }).Surroundings!;

        Assert.Equal((ScalingMetric.Latency, Percentage.Zero, "media"), (around.Scaling!.Metric, around.Capture!.Sampling, around.Tags!["team"]));
    }

    [Fact]
    public void PlanRequest_OfAPlanWithAllOfThem_MakesThemAgain()
    {
        var plan = Plan(Request with
        {
            Scaling = new("invocationsPerInstance", 500, 1, 8),
            Capture = new(0.25, "s3://bucket/captures"),
            Alarms = [new("errorRate5xx", 0.02, 5)],
            Tags = new Dictionary<string, string> { ["team"] = "media" },
        });

        var again = Plan(PlanRequest.Of(plan));

        Assert.Equal(plan.Surroundings!.Scaling, again.Surroundings!.Scaling);
        Assert.Equal(plan.Surroundings.Capture, again.Surroundings.Capture);
        Assert.Equal(plan.Surroundings.Alarms, again.Surroundings.Alarms);
        Assert.Equal(plan.Surroundings.Tags, again.Surroundings.Tags);
        Assert.NotEqual(PlanDigest.Of(plan), PlanDigest.Of(plan with { Surroundings = plan.Surroundings with { Scaling = null } }));
    }

    private static RolloutPlan Plan(RolloutRequest request) => Assert.IsType<PlanResult.Made>(Build(request)).Plan;

    private static PlanResult Build(RolloutRequest request)
    {
        var endpoint = RolloutSamples.Endpoint(withChallenger: false);
        if (request.ChallengerVariant == "serving")
        {
            endpoint = endpoint with { Variants = [.. endpoint.Variants, new VariantDescription("serving", "media-ranker-v8", "ml.m5.xlarge", 0.1, 0.1, 1, 1)] };
        }

        return PlanBuilder.Build(request, endpoint, new Candidate(new RegisteredModel("media-ranker-v8", null, null), null));
    }
}
