using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Tests.Aws.Protocol;
using EndpointStatus = CanaryConsole.Core.Endpoints.EndpointStatus;

namespace CanaryConsole.Tests.Aws;

/// <summary>Our clients against an emulator that other people wrote from Amazon's documentation.</summary>
public sealed class MotoTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Role = "arn:aws:iam::123456789012:role/sagemaker";

    [MotoFact]
    public async Task Endpoint_FromModelToWeights_IsCreatedDescribedAndShifted()
    {
        using var sageMaker = TestClients.SageMaker(moto.Url, TimeSpan.FromSeconds(30));
        using var runtime = TestClients.Runtime(moto.Url);
        var control = new SageMakerEndpointControl(sageMaker, runtime, TimeProvider.System);
        await sageMaker.CreateModelAsync(new CreateModelRequest
        {
            ModelName = "ranker-v1",
            ExecutionRoleArn = Role,
            PrimaryContainer = new ContainerDefinition { Image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ranker:1", ModelDataUrl = "s3://models/ranker/v1/model.tar.gz" },
        });
        await sageMaker.CreateEndpointConfigAsync(new CreateEndpointConfigRequest
        {
            EndpointConfigName = "ranker-config",
            ProductionVariants = [Variant("champion", 1), Variant("challenger", 0.25f)],
            Tags = [new CanaryConsole.Aws.SageMaker.Model.Tag { Key = "team", Value = "media" }],
        });
        await sageMaker.CreateEndpointAsync(new CreateEndpointRequest { EndpointName = "ranker", EndpointConfigName = "ranker-config" });

        var described = await control.DescribeAsync("ranker", CancellationToken.None);

        Assert.Equal(
            (EndpointStatus.InService, "ranker-config", TimeSpan.FromSeconds(60)),
            (described.Status, described.ConfigName, described.MetricPeriod));
        Assert.Equal(
            [new VariantDescription("champion", "ranker-v1", "ml.m5.xlarge", 1, 1, 1, 1), new VariantDescription("challenger", "ranker-v1", "ml.m5.xlarge", 0.25, 0.25, 1, 1)],
            described.Variants);

        await control.SetWeightsAsync("ranker", [new VariantWeight("champion", 0.5), new VariantWeight("challenger", 0.75)], CancellationToken.None);

        Assert.Equal([0.5, 0.75], (await control.DescribeAsync("ranker", CancellationToken.None)).Variants.Select(v => v.CurrentWeight));
        Assert.Contains(await control.ListAsync(CancellationToken.None), listing => listing is { Name: "ranker", Status: EndpointStatus.InService });
        var registry = new SageMakerModelRegistry(sageMaker);
        Assert.Equal(
            "s3://models/ranker/v1/model.tar.gz", (await registry.FindModelAsync("ranker-v1", CancellationToken.None))!.ArtifactUri);
        Assert.Contains(await registry.ListModelsAsync(CancellationToken.None), model => model.Name == "ranker-v1");
    }

    [MotoFact]
    public async Task Endpoint_Unknown_IsNotFound()
    {
        using var sageMaker = TestClients.SageMaker(moto.Url, TimeSpan.FromSeconds(30));
        using var runtime = TestClients.Runtime(moto.Url);
        var control = new SageMakerEndpointControl(sageMaker, runtime, TimeProvider.System);

        var error = await Assert.ThrowsAsync<CloudException>(() => control.DescribeAsync("no-such-endpoint", CancellationToken.None));

        Assert.Equal(CloudFailure.NotFound, error.Failure);
        Assert.Contains("no-such-endpoint", error.Message, StringComparison.Ordinal);
        Assert.Null(await new SageMakerModelRegistry(sageMaker).FindModelAsync("no-such-model", CancellationToken.None));
    }

    [MotoFact]
    public async Task CloudWatch_PutThenGet_GivesTheSumsBack()
    {
        using var cloudWatch = TestClients.CloudWatch(moto.Url);
        var minute = DateTime.UnixEpoch.AddTicks(TimeProvider.System.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks).AddMinutes(-5);
        minute = new DateTime(minute.Ticks - (minute.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
        List<Dimension> dimensions = [new() { Name = "EndpointName", Value = "e" }, new() { Name = "VariantName", Value = "v" }];
        await cloudWatch.PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = "AWS/SageMaker",
            MetricData =
            [
                new MetricDatum { MetricName = "Invocations", Dimensions = dimensions, Timestamp = minute, Value = 40, Unit = StandardUnit.None },
                new MetricDatum { MetricName = "Invocations", Dimensions = dimensions, Timestamp = minute.AddSeconds(30), Value = 2, Unit = StandardUnit.None },
            ],
        });

        var answer = await cloudWatch.GetMetricDataAsync(new GetMetricDataRequest
        {
            StartTime = minute,
            EndTime = minute.AddMinutes(1),
            MetricDataQueries =
            [
                new MetricDataQuery
                {
                    Id = "q0",
                    MetricStat = new MetricStat
                    {
                        Period = 60,
                        Stat = "Sum",
                        Metric = new Metric { Namespace = "AWS/SageMaker", MetricName = "Invocations", Dimensions = dimensions },
                    },
                },
            ],
        });

        var result = Assert.Single(answer.MetricDataResults!);
        Assert.Equal(StatusCode.Complete, result.StatusCode);
        Assert.Equal([42.0], result.Values!);
        Assert.Equal([minute], result.Timestamps!);
    }

    [MotoFact]
    public async Task Alarm_PutAndSet_IsDescribedInItsState()
    {
        using var cloudWatch = TestClients.CloudWatch(moto.Url);
        await cloudWatch.PutMetricAlarmAsync(new PutMetricAlarmRequest
        {
            AlarmName = "abort",
            Namespace = "CanaryConsole",
            MetricName = "Abort",
            Statistic = Statistic.Maximum,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 0.5,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        });

        await cloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "abort", StateValue = StateValue.ALARM, StateReason = "test" });

        var alarms = await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["abort"] });
        Assert.Equal(StateValue.ALARM, Assert.Single(alarms.MetricAlarms!).StateValue);
        await cloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["abort"] });
    }

    [MotoFact]
    public async Task Notifier_WithoutATopic_MakesItsOwnAndPublishes()
    {
        using var sns = TestClients.Sns(moto.Url);

        await new SnsNotifier(sns, null).PublishAsync(new Notification("Rolled back\nmedia-ranker – 8 % errors", "All of it."), CancellationToken.None);

        var topics = await sns.ListTopicsAsync(new());
        Assert.Contains(topics.Topics!, topic => topic.TopicArn!.EndsWith(":" + SnsNotifier.SandboxTopic, StringComparison.Ordinal));
    }

    private static ProductionVariant Variant(string name, float weight) => new()
    {
        VariantName = name,
        ModelName = "ranker-v1",
        InstanceType = "ml.m5.xlarge",
        InitialInstanceCount = 1,
        InitialVariantWeight = weight,
    };
}
