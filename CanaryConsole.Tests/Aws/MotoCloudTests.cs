using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SimpleNotificationService.Model;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Tests.Aws.Protocol;

namespace CanaryConsole.Tests.Aws;

/// <summary>The other clients against the same emulator: metrics, alarms, dashboards, topics, autoscaling, buckets and identity.</summary>
[Collection(nameof(MotoServer))]
public sealed class MotoCloudTests(MotoServer moto)
{
    [MotoFact]
    public async Task CloudWatch_PutThenGet_GivesTheSumsBack()
    {
        using var cloudWatch = TestClients.CloudWatch(moto.Url, moto.Credentials);
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
        using var cloudWatch = TestClients.CloudWatch(moto.Url, moto.Credentials);
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
        using var sns = TestClients.Sns(moto.Url, moto.Credentials);

        await new SnsNotifier(sns, null).PublishAsync(new Notification("Rolled back\nmedia-ranker – 8 % errors", "All of it."), CancellationToken.None);

        var topics = await sns.ListTopicsAsync(new());
        Assert.Contains(topics.Topics!, topic => topic.TopicArn!.EndsWith(":" + SnsNotifier.SandboxTopic, StringComparison.Ordinal));
    }

    [MotoFact]
    public async Task Autoscaling_TargetAndPolicy_ComeAndGo()
    {
        using var sageMaker = TestClients.SageMaker(moto.Url, TimeSpan.FromSeconds(30), moto.Credentials);
        using var scaling = TestClients.AutoScaling(moto.Url, moto.Credentials);
        await MotoSageMakerTests.CreateEndpointAsync(sageMaker, "scaled");
        const string Resource = "endpoint/scaled/variant/champion";
        await scaling.RegisterScalableTargetAsync(new RegisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ResourceId = Resource,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            MinCapacity = 1,
            MaxCapacity = 4,
        });
        await scaling.PutScalingPolicyAsync(new PutScalingPolicyRequest
        {
            PolicyName = "invocations",
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ResourceId = Resource,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            PolicyType = PolicyType.TargetTrackingScaling,
            TargetTrackingScalingPolicyConfiguration = new TargetTrackingScalingPolicyConfiguration
            {
                TargetValue = 70,
                PredefinedMetricSpecification = new PredefinedMetricSpecification { PredefinedMetricType = MetricType.SageMakerVariantInvocationsPerInstance },
            },
        });

        var target = Assert.Single((await scaling.DescribeScalableTargetsAsync(new DescribeScalableTargetsRequest { ServiceNamespace = ServiceNamespace.Sagemaker })).ScalableTargets!);
        var policy = Assert.Single((await scaling.DescribeScalingPoliciesAsync(new DescribeScalingPoliciesRequest { ServiceNamespace = ServiceNamespace.Sagemaker })).ScalingPolicies!);
        await scaling.DeleteScalingPolicyAsync(new DeleteScalingPolicyRequest
        {
            PolicyName = "invocations",
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ResourceId = Resource,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
        });
        await scaling.DeregisterScalableTargetAsync(new DeregisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ResourceId = Resource,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
        });

        Assert.Equal((Resource, 1, 4), (target.ResourceId, target.MinCapacity, target.MaxCapacity));
        Assert.Equal(("invocations", 70), (policy.PolicyName, policy.TargetTrackingScalingPolicyConfiguration!.TargetValue));
        Assert.Empty((await scaling.DescribeScalableTargetsAsync(new DescribeScalableTargetsRequest { ServiceNamespace = ServiceNamespace.Sagemaker })).ScalableTargets!);
    }

    [MotoFact]
    public async Task CloudWatch_MetricsAndDashboards_AreListed()
    {
        using var cloudWatch = TestClients.CloudWatch(moto.Url, moto.Credentials);
        await cloudWatch.PutMetricDataAsync(new PutMetricDataRequest { Namespace = "Listed", MetricData = [new MetricDatum { MetricName = "Answers", Value = 1 }] });
        const string Body = """{"widgets":[{"type":"text","x":0,"y":0,"width":6,"height":3,"properties":{"markdown":"hello"}}]}""";

        await cloudWatch.PutDashboardAsync(new PutDashboardRequest { DashboardName = "ranker", DashboardBody = Body });

        Assert.Equal("Answers", Assert.Single((await cloudWatch.ListMetricsAsync(new ListMetricsRequest { Namespace = "Listed" })).Metrics!).MetricName);
        Assert.Equal(Body, (await cloudWatch.GetDashboardAsync(new GetDashboardRequest { DashboardName = "ranker" })).DashboardBody);
        Assert.Equal("ranker", Assert.Single((await cloudWatch.ListDashboardsAsync(new ListDashboardsRequest())).DashboardEntries!).DashboardName);
        await cloudWatch.DeleteDashboardsAsync(new DeleteDashboardsRequest { DashboardNames = ["ranker"] });
        await Assert.ThrowsAnyAsync<AmazonCloudWatchException>(() => cloudWatch.GetDashboardAsync(new GetDashboardRequest { DashboardName = "ranker" }));
    }

    [MotoFact]
    public async Task Topic_WithASubscriber_IsListedAndDeleted()
    {
        using var sns = TestClients.Sns(moto.Url, moto.Credentials);
        var topic = (await sns.CreateTopicAsync(new CreateTopicRequest { Name = "subscribed", Tags = [new() { Key = "team", Value = "media & more" }] })).TopicArn;

        var subscribed = await sns.SubscribeAsync(new SubscribeRequest { TopicArn = topic, Protocol = "email", Endpoint = "ops@example.com", ReturnSubscriptionArn = true });
        var published = await sns.PublishAsync(new PublishRequest
        {
            TopicArn = topic,
            Message = "m",
            MessageAttributes = new() { ["kind"] = new MessageAttributeValue { DataType = "String", StringValue = "rollback" } },
        });
        var subscription = Assert.Single((await sns.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = topic })).Subscriptions!);
        await sns.UnsubscribeAsync(new UnsubscribeRequest { SubscriptionArn = subscribed.SubscriptionArn });
        await sns.DeleteTopicAsync(new DeleteTopicRequest { TopicArn = topic });

        Assert.NotNull(published.MessageId);
        Assert.Equal(
            (subscribed.SubscriptionArn, "email", "ops@example.com", topic),
            (subscription.SubscriptionArn, subscription.Protocol, subscription.Endpoint, subscription.TopicArn));
        Assert.DoesNotContain((await sns.ListTopicsAsync(new ListTopicsRequest())).Topics!, listed => listed.TopicArn == topic);
    }

    [MotoFact]
    public async Task S3AndSts_ByAmazonsOwnClients_AreConfiguredForOneHost()
    {
        var config = new AmazonS3Config { ServiceURL = moto.Url, ForcePathStyle = true, AuthenticationRegion = "eu-central-1" };
        using var s3 = new AmazonS3Client(moto.Credentials, config);
        using var sts = new AmazonSecurityTokenServiceClient(
            moto.Credentials, new AmazonSecurityTokenServiceConfig { ServiceURL = moto.Url, AuthenticationRegion = "eu-central-1" });
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = "models", BucketRegionName = "eu-central-1" });
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "models", Key = "ranker/model.tar.gz", ContentBody = "weights" });

        using var got = await s3.GetObjectAsync("models", "ranker/model.tar.gz");

        Assert.Equal("weights", await new StreamReader(got.ResponseStream).ReadToEndAsync());
        Assert.Equal("123456789012", (await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Account);
    }
}
