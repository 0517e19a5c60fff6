using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Tests.Sandbox.Endpoints.Deployments;

namespace CanaryConsole.Tests.Sandbox.Endpoints;

public sealed class GuardrailUpdateTests
{
    private const string UpdateEndpoint = "SageMaker.UpdateEndpoint";
    private const string CloudWatch = "GraniteServiceVersion20100801.";
    private static readonly TimeSpan Fleet = TimeSpan.FromMinutes(4);

    private readonly LocalAws _aws = new();

    public GuardrailUpdateTests()
    {
        _aws.CreateConfig("next", ("champion", "media-ranker-v8", 1));
        PutAlarm("errors");
    }

    [Fact]
    public void Canary_StepByStep_IsDescribedAsItGoes()
    {
        var config = Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10), wait: 300, termination: 60, alarms: "errors");
        Update(config);
        Assert.Equal(("Updating", "media-ranker-config", VariantStatus.Creating, 0f, 0), Pending());

        _aws.Time.Advance(Fleet);
        Assert.Equal(("Updating", "media-ranker-config", VariantStatus.ActivatingTraffic, 0f, 2), Pending());

        _aws.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(("Updating", "media-ranker-config", VariantStatus.Baking, 0.1f, 2), Pending());
        var variant = Assert.Single(_aws.Describe("media-ranker").PendingDeploymentSummary!.ProductionVariants!);
        Assert.Equal("10% of the endpoint's traffic is on this fleet.", variant.VariantStatus!.Single().StatusMessage);
        Assert.Null(_aws.Describe("media-ranker").LastDeploymentConfig);

        _aws.Time.Advance(TimeSpan.FromSeconds(300 + 8));
        Assert.Equal(("Updating", "media-ranker-config", VariantStatus.Baking, 1f, 2), Pending());

        _aws.Time.Advance(TimeSpan.FromSeconds(300));
        Assert.Equal(("Updating", "media-ranker-config", null, 1f, 2), Pending());

        _aws.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(VariantStatus.Deleting, _aws.Describe("media-ranker").ProductionVariants![0].VariantStatus!.Single().Status);

        _aws.Time.Advance(TimeSpan.FromSeconds(30));
        var done = _aws.Describe("media-ranker");
        Assert.Equal((EndpointStatus.InService, "next", null), (done.EndpointStatus, done.EndpointConfigName, done.FailureReason));
        Assert.Null(done.PendingDeploymentSummary);
        Assert.Equal(10, done.LastDeploymentConfig!.BlueGreenUpdatePolicy!.TrafficRoutingConfiguration!.CanarySize!.Value);
        Assert.Equal((1f, 2), (done.ProductionVariants![0].CurrentWeight, done.ProductionVariants[0].CurrentInstanceCount));
    }

    [Fact]
    public void Canary_WhileBaking_SendsItsShareToTheNewFleet()
    {
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.LINEAR, linear: Fleets.Percent(25), wait: 300));
        _aws.Time.Advance(Fleet + TimeSpan.FromSeconds(8));
        _aws.Describe("media-ranker");

        var onNew = _aws.Simulation.Visit((world, _) =>
        {
            Assert.True(world.Endpoints.TryFind("media-ranker", out var endpoint));
            return Enumerable.Range(0, 1000).Count(i => endpoint.Route((i + 0.5) / 1000)!.Value.Fleet.Config.Name == "next");
        });

        Assert.Equal(250, onNew);
    }

    [Fact]
    public void Canary_WhileBaking_HasMetricsOfEachFleetAndOfBoth()
    {
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.LINEAR, linear: Fleets.Percent(50), wait: 300));
        _aws.Time.Advance(Fleet);
        _aws.Describe("media-ranker");
        _aws.Time.Advance(TimeSpan.FromSeconds(188));

        var (both, old, started) = (Invocations(null), Invocations("media-ranker-config"), Invocations("next"));
        Assert.Equal(both, old + started);
        Assert.InRange(started / both, 0.45, 0.55);
    }

    [Fact]
    public void Alarm_SetWhileTheCanaryBakes_RollsBackToTheOldConfig()
    {
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10), wait: 300, alarms: "errors"));
        _aws.Time.Advance(Fleet + TimeSpan.FromSeconds(30));
        _aws.Call($"{CloudWatch}SetAlarmState", new SetAlarmStateRequest { AlarmName = "errors", StateValue = StateValue.ALARM, StateReason = "abort" });

        _aws.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("RollingBack", "media-ranker-config", VariantStatus.Deleting, 0f, 2), Pending());
        Assert.StartsWith("Cannot update in-progress endpoint", _aws.Refused(UpdateEndpoint, Request(null)), StringComparison.Ordinal);

        _aws.Time.Advance(TimeSpan.FromSeconds(30));
        var after = _aws.Describe("media-ranker");
        Assert.Equal((EndpointStatus.InService, "media-ranker-config"), (after.EndpointStatus, after.EndpointConfigName));
        Assert.Contains("\"errors\" went into the ALARM state", after.FailureReason, StringComparison.Ordinal);
        Assert.Null(after.PendingDeploymentSummary);
    }

    [Fact]
    public void Alarm_ThatTheNewModelTrips_RollsBackByItself()
    {
        _aws.CreateConfig("failing", ("champion", "media-ranker-v9", 1));
        PutAlarm("failing", metric: "InvocationModelErrors", threshold: 0.03, statistic: "Average");
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE, wait: 600, alarms: "failing"), "failing");

        _aws.Time.Advance(Fleet + TimeSpan.FromSeconds(8));
        _aws.Describe("media-ranker");
        for (var i = 0; i < 30 && _aws.Describe("media-ranker").EndpointStatus == EndpointStatus.Updating; i++)
        {
            _aws.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(EndpointStatus.RollingBack, _aws.Describe("media-ranker").EndpointStatus);
        _aws.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("media-ranker-config", _aws.Describe("media-ranker").EndpointConfigName);
    }

    [Fact]
    public void Clock_MovedByADay_FindsTheUpdateDoneAtItsOwnMoment()
    {
        var start = _aws.Time.GetUtcNow();
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.LINEAR, linear: Fleets.Percent(10), wait: 600));
        _aws.Time.Advance(TimeSpan.FromDays(1));

        var done = _aws.Describe("media-ranker");
        Assert.Equal((EndpointStatus.InService, "next"), (done.EndpointStatus, done.EndpointConfigName));
        Assert.Equal(start.UtcDateTime + Fleet + TimeSpan.FromSeconds((10 * 608) + 30), done.LastModifiedTime);
    }

    [Fact]
    public void Limit_Passed_RollsBackWithAReason()
    {
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10), wait: 3600, limit: 600));
        _aws.Time.Advance(TimeSpan.FromSeconds(600));
        Assert.Equal(EndpointStatus.RollingBack, _aws.Describe("media-ranker").EndpointStatus);

        _aws.Time.Advance(TimeSpan.FromSeconds(30));
        var after = _aws.Describe("media-ranker");
        Assert.Equal((EndpointStatus.InService, "media-ranker-config"), (after.EndpointStatus, after.EndpointConfigName));
        Assert.Contains("600 seconds", after.FailureReason, StringComparison.Ordinal);

        _aws.Call(UpdateEndpoint, Request(null));
        Assert.Null(_aws.Describe("media-ranker").FailureReason);
    }

    [Fact]
    public void NewFleet_ThatNeverAnswersPing_EndsInServiceOnTheOldConfigWithoutAReason()
    {
        _aws.CreateConfig("broken", ("champion", "media-ranker-v12", 1));
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10), alarms: "errors"), "broken");
        _aws.Time.Advance(Fleet);

        var after = _aws.Describe("media-ranker");
        Assert.Equal((EndpointStatus.InService, "media-ranker-config", null), (after.EndpointStatus, after.EndpointConfigName, after.FailureReason));
    }

    [Fact]
    public void Rolling_InBatches_MovesInstancesOneByOne()
    {
        Update(Fleets.Rolling(Fleets.Percent(50), wait: 60));
        _aws.Time.Advance(Fleet + TimeSpan.FromSeconds(8));

        var during = _aws.Describe("media-ranker");
        Assert.Equal((1, 2), (during.ProductionVariants![0].CurrentInstanceCount, during.ProductionVariants[0].DesiredInstanceCount));
        Assert.Equal(("Updating", "media-ranker-config", VariantStatus.Baking, 0.5f, 1), Pending());

        _aws.Time.Advance(TimeSpan.FromSeconds(60) + Fleet + TimeSpan.FromSeconds(68));
        Assert.Equal((EndpointStatus.InService, "next"), (_aws.Describe("media-ranker").EndpointStatus, _aws.Describe("media-ranker").EndpointConfigName));
    }

    [Fact]
    public void Delete_DuringAnUpdate_IsRefused()
    {
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE));

        Assert.StartsWith(
            "Cannot update in-progress endpoint", _aws.Refused("SageMaker.DeleteEndpoint", new DeleteEndpointRequest { EndpointName = "media-ranker" }), StringComparison.Ordinal);
        Assert.StartsWith("Cannot update in-progress endpoint", _aws.Refused(UpdateEndpoint, Request(null)), StringComparison.Ordinal);
    }

    [Fact]
    public void RetainDeploymentConfig_SecondUpdate_GoesThroughTheSameStages()
    {
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10), wait: 60));
        _aws.Time.Advance(TimeSpan.FromHours(1));
        _aws.CreateConfig("third", ("champion", "media-ranker-v11", 1));
        _aws.Call(UpdateEndpoint, new UpdateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "third", RetainDeploymentConfig = true });
        _aws.Time.Advance(Fleet + TimeSpan.FromSeconds(8));

        Assert.Equal(("Updating", "next", VariantStatus.Baking, 0.1f, 1), Pending());
    }

    public static TheoryData<DeploymentConfig, string> Impossible => new()
    {
        {
            Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE, alarms: "nobody"),
            "The CloudWatch alarm(s) \"nobody\" in AutoRollbackConfiguration do not exist in this account and region."
        },
        {
            Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(51)),
            "CanarySize of 51 (CAPACITY_PERCENT) must be from 1% to 50% of the total instance count of variant \"champion\", which is 2."
        },
        {
            Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Instances(2)),
            "CanarySize of 2 (INSTANCE_COUNT) must be from 1% to 50% of the total instance count of variant \"champion\", which is 2."
        },
        {
            Fleets.BlueGreen(TrafficRoutingConfigType.LINEAR, linear: Fleets.Percent(9)),
            "LinearStepSize of 9 (CAPACITY_PERCENT) must be from 10% to 50% of the total instance count of variant \"champion\", which is 2."
        },
        {
            Fleets.Rolling(Fleets.Percent(4)),
            "MaximumBatchSize of 4 (CAPACITY_PERCENT) must be from 5% to 50% of the total instance count of variant \"champion\", which is 2."
        },
        {
            Fleets.BlueGreen(TrafficRoutingConfigType.CANARY),
            "1 validation error detected: Value null at 'deploymentConfig.blueGreenUpdatePolicy.trafficRoutingConfiguration.canarySize' failed to satisfy constraint: Member must not be null"
        },
        {
            Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE, canary: Fleets.Percent(10)),
            "CanarySize can only be specified for the traffic routing type that uses it."
        },
        {
            new DeploymentConfig
            {
                BlueGreenUpdatePolicy = Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE).BlueGreenUpdatePolicy,
                RollingUpdatePolicy = new RollingUpdatePolicy { MaximumBatchSize = Fleets.Percent(50), WaitIntervalInSeconds = 0 },
            },
            "Only one update policy can be used in the deployment configuration: BlueGreenUpdatePolicy or RollingUpdatePolicy."
        },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void UpdateEndpoint_DeploymentConfigThatCannotWork_IsRefused(DeploymentConfig config, string message)
    {
        Assert.Equal(message, _aws.Refused(UpdateEndpoint, Request(config)));
        Assert.Equal(EndpointStatus.InService, _aws.Describe("media-ranker").EndpointStatus);
    }

    [Fact]
    public void UpdateEndpoint_GuardrailsWithOtherVariantNames_IsRefused()
    {
        _aws.CreateConfig("renamed", ("other", "media-ranker-v8", 1));

        Assert.Contains(
            "must be the same as those of the endpoint's current configuration",
            _aws.Refused(UpdateEndpoint, Request(Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE), "renamed")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void UpdateEndpoint_RollingOnTwoVariants_IsRefused()
    {
        _aws.CreateConfig("both", ("champion", "search-embeddings-v12", 1), ("challenger", "search-embeddings-v13", 1));
        var request = Request(Fleets.Rolling(Fleets.Percent(50)), "both");
        request.EndpointName = "search-embeddings";

        Assert.Equal("RollingUpdatePolicy is not supported for multi-variant endpoints.", _aws.Refused(UpdateEndpoint, request));
    }

    [Fact]
    public void UpdateEndpoint_ExcludedInstanceType_FallsBackToAllAtOnceWithNoBake()
    {
        _aws.Call("SageMaker.CreateEndpointConfig", new CreateEndpointConfigRequest
        {
            EndpointConfigName = "inferentia",
            ProductionVariants = [new ProductionVariant { VariantName = "champion", ModelName = "media-ranker-v8", InstanceType = "ml.inf1.xlarge", InitialInstanceCount = 2 }],
        });
        Update(Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10), wait: 3600), "inferentia");
        _aws.Time.Advance(Fleet);

        Assert.Equal((EndpointStatus.InService, "inferentia"), (_aws.Describe("media-ranker").EndpointStatus, _aws.Describe("media-ranker").EndpointConfigName));
    }

    private (string Status, string Config, VariantStatus? Variant, float Weight, int Instances) Pending()
    {
        var endpoint = _aws.Describe("media-ranker");
        var variant = endpoint.PendingDeploymentSummary!.ProductionVariants!.Single();
        return (endpoint.EndpointStatus!.Value, endpoint.EndpointConfigName!, variant.VariantStatus?.Single().Status, variant.CurrentWeight!.Value, variant.CurrentInstanceCount!.Value);
    }

    private static UpdateEndpointRequest Request(DeploymentConfig? deployment, string config = "next") =>
        new() { EndpointName = "media-ranker", EndpointConfigName = config, DeploymentConfig = deployment, RetainAllVariantProperties = true };

    // Of the last full minute.
    private double Invocations(string? config)
    {
        var query = LocalAws.Query("q", "Invocations", "Sum");
        if (config is not null)
        {
            query.MetricStat!.Metric!.Dimensions!.Add(new Dimension { Name = "EndpointConfigName", Value = config });
        }

        var now = _aws.Time.GetUtcNow().UtcDateTime;
        return _aws.Call<GetMetricDataResponse>($"{CloudWatch}GetMetricData", new GetMetricDataRequest { StartTime = now.AddMinutes(-2), EndTime = now, MetricDataQueries = [query] })
            .MetricDataResults!.Single().Values![1];
    }

    private void Update(DeploymentConfig deployment, string config = "next") => _aws.Call(UpdateEndpoint, Request(deployment, config));

    private void PutAlarm(string name, string metric = "Invocations", double threshold = 1_000_000, string statistic = "Sum") => _aws.Call($"{CloudWatch}PutMetricAlarm", new PutMetricAlarmRequest
    {
        AlarmName = name,
        Namespace = "AWS/SageMaker",
        MetricName = metric,
        Dimensions = [new Dimension { Name = "EndpointName", Value = "media-ranker" }, new Dimension { Name = "VariantName", Value = "champion" }],
        Statistic = statistic,
        Period = 10,
        EvaluationPeriods = 2,
        Threshold = threshold,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
    });
}
