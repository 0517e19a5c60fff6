using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Sandbox.Scaling;

/// <summary>media-ranker gets some 40 requests a second on two instances: about 1,200 a minute and instance.</summary>
public sealed class AutoscalerTests
{
    private const string Prefix = "AnyScaleFrontendService.";
    private const string Resource = "endpoint/media-ranker/variant/champion";
    private static readonly TimeSpan Fleet = TimeSpan.FromMinutes(4);

    private readonly LocalAws _aws = new();

    [Fact]
    public void Target_MetricAboveItForThreeMinutes_ScalesOutThroughTheEndpoint()
    {
        Register(1, 8);
        PutPolicy(target: 500);

        PassMinutes(3);
        Assert.Equal((EndpointStatus.Updating, 2), (_aws.Describe("media-ranker").EndpointStatus, Champion().CurrentInstanceCount));
        var wanted = Champion().DesiredInstanceCount!.Value;
        Assert.InRange(wanted, 4, 8);
        Assert.Equal(ScalingActivityStatusCode.InProgress, Activities().Single().StatusCode);

        _aws.Time.Advance(Fleet + TimeSpan.FromSeconds(10));
        Assert.Equal((EndpointStatus.InService, wanted), (_aws.Describe("media-ranker").EndpointStatus, Champion().CurrentInstanceCount));
        var activity = Activities().Single();
        Assert.Equal((ScalingActivityStatusCode.Successful, $"Setting desired instance count to {wanted}."), (activity.StatusCode, activity.Description));
        Assert.Contains("in state ALARM triggered policy keep", activity.Cause, StringComparison.Ordinal);
        Assert.Equal(Fleet, activity.EndTime!.Value - activity.StartTime!.Value);
    }

    [Fact]
    public void Target_MetricFarBelowItForFifteenMinutes_ScalesInToTheMinimum()
    {
        Register(1, 8);
        PutPolicy(target: 100_000);

        PassMinutes(14);
        Assert.Equal(2, Champion().DesiredInstanceCount);
        PassMinutes(2);
        Assert.Equal(1, Champion().DesiredInstanceCount);
        _aws.Time.Advance(Fleet);
        Assert.Equal(1, Champion().CurrentInstanceCount);
    }

    [Fact]
    public void DisableScaleIn_MetricFarBelow_KeepsTheInstances()
    {
        Register(1, 8);
        PutPolicy(target: 100_000, disableScaleIn: true);

        PassMinutes(17);

        Assert.Equal(2, Champion().DesiredInstanceCount);
        Assert.Single(Policies().Single().Alarms!);
    }

    [Fact]
    public void ScaleOut_WithinItsCooldown_WaitsForItsEnd()
    {
        Register(1, 3);
        PutPolicy(target: 100, outCooldown: 600);
        PassMinutes(8);
        Assert.Equal(3, Champion().CurrentInstanceCount);

        Register(1, 8);
        PassMinutes(4);
        Assert.Equal(3, Champion().DesiredInstanceCount);

        PassMinutes(8);
        Assert.Equal(8, Champion().DesiredInstanceCount);
    }

    [Fact]
    public void ScaleOut_WhileTheEndpointIsUpdated_IsRecordedAsFailedOnce()
    {
        Register(1, 8);
        PutPolicy(target: 500);
        PassMinutes(2);
        _aws.CreateConfig("next", ("champion", "media-ranker-v8", 1));
        _aws.Call("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "next", RetainAllVariantProperties = true });

        PassMinutes(3);
        var failed = Assert.Single(Activities());
        Assert.Equal(ScalingActivityStatusCode.Failed, failed.StatusCode);
        Assert.Contains("Cannot update in-progress endpoint", failed.StatusMessage, StringComparison.Ordinal);

        PassMinutes(3);
        Assert.Equal(ScalingActivityStatusCode.InProgress, Activities()[0].StatusCode);
    }

    [Fact]
    public void Register_CountOutOfItsBounds_IsBroughtBetweenThem()
    {
        Register(3, 8);
        _aws.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(3, Champion().DesiredInstanceCount);
        Assert.Equal("minimum capacity was set to 3", Activities().Single().Cause);
    }

    [Fact]
    public void Suspended_MetricAbove_IsNotScaledOut()
    {
        Register(1, 8, new SuspendedState { DynamicScalingOutSuspended = true });
        PutPolicy(target: 500);

        PassMinutes(5);

        Assert.Equal(2, Champion().DesiredInstanceCount);
        Assert.Empty(Activities());
    }

    [Fact]
    public void Policy_ItsAlarms_AreAmazonsPair()
    {
        Register(1, 8);
        PutPolicy(target: 500);

        var names = Policies().Single().Alarms!.Select(alarm => alarm.AlarmName!).ToList();
        var alarms = _aws.Call<DescribeAlarmsResponse>("GraniteServiceVersion20100801.DescribeAlarms", new DescribeAlarmsRequest { AlarmNames = names }).MetricAlarms!;
        Assert.Equal(
            [("InvocationsPerInstance", 3, 500.0, ComparisonOperator.GreaterThanThreshold), ("InvocationsPerInstance", 15, 450.0, ComparisonOperator.LessThanThreshold)],
            alarms.Select(alarm => (alarm.MetricName, alarm.EvaluationPeriods!.Value, alarm.Threshold!.Value, alarm.ComparisonOperator)));
        Assert.StartsWith($"TargetTracking-{Resource}-AlarmHigh-", names[0], StringComparison.Ordinal);

        _aws.Call($"{Prefix}DeregisterScalableTarget", new DeregisterScalableTargetRequest { ServiceNamespace = ServiceNamespace.Sagemaker, ResourceId = Resource, ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount });
        Assert.Empty(_aws.Call<DescribeAlarmsResponse>("GraniteServiceVersion20100801.DescribeAlarms", new DescribeAlarmsRequest()).MetricAlarms!);
        Assert.Empty(Policies());
        Assert.Empty(Targets());
    }

    [Fact]
    public void UpdateEndpoint_ChangingTheInstanceTypeOfAScalableVariant_IsRefused()
    {
        Register(1, 8);
        _aws.Call("SageMaker.CreateEndpointConfig", new CreateEndpointConfigRequest
        {
            EndpointConfigName = "bigger",
            ProductionVariants = [new ProductionVariant { VariantName = "champion", ModelName = "media-ranker-v7", InstanceType = "ml.m5.2xlarge", InitialInstanceCount = 2 }],
        });

        Assert.Equal(
            "Variant(s) \"champion\" configured for automatic scaling must be deregistered before the endpoint can be updated with the proposed endpoint configuration.",
            _aws.Refused("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "bigger" }));
    }

    [Fact]
    public void DeleteEndpoint_WithAScalableVariant_TakesTheTargetWithIt()
    {
        Register(1, 8);
        PutPolicy(target: 500);
        _aws.Call("SageMaker.DeleteEndpoint", new DeleteEndpointRequest { EndpointName = "media-ranker" });
        _aws.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Empty(Targets());
    }

    [Fact]
    public void Requests_ThatCannotWork_AreRefusedInAmazonsWords()
    {
        Assert.Equal(
            $"No scalable target registered for service namespace: sagemaker, resource ID: {Resource}, scalable dimension: sagemaker:variant:DesiredInstanceCount.",
            _aws.Refused($"{Prefix}PutScalingPolicy", Policy(500)));
        Assert.Equal("MinCapacity of 3 must be at least 0 and at most MaxCapacity of 2.", _aws.Refused($"{Prefix}RegisterScalableTarget", Target(3, 2)));
        var wrong = Target(1, 2);
        wrong.ResourceId = "endpoint/media-ranker/variant/nobody";
        Assert.Contains("\"nobody\" is not present within endpoint", _aws.Refused($"{Prefix}RegisterScalableTarget", wrong), StringComparison.Ordinal);
        Register(1, 2);
        var none = Policy(500);
        none.TargetTrackingScalingPolicyConfiguration!.PredefinedMetricSpecification = null;
        Assert.Equal("Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified.", _aws.Refused($"{Prefix}PutScalingPolicy", none));
    }

    private ProductionVariantSummary Champion() => _aws.Describe("media-ranker").ProductionVariants!.Single();

    private void PassMinutes(int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            _aws.Time.Advance(TimeSpan.FromMinutes(1));
            _aws.Describe("media-ranker");
        }
    }

    private void Register(int minimum, int maximum, SuspendedState? suspended = null)
    {
        var request = Target(minimum, maximum);
        request.SuspendedState = suspended;
        _aws.Call($"{Prefix}RegisterScalableTarget", request);
    }

    private static RegisterScalableTargetRequest Target(int minimum, int maximum) => new()
    {
        ServiceNamespace = ServiceNamespace.Sagemaker,
        ResourceId = Resource,
        ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
        MinCapacity = minimum,
        MaxCapacity = maximum,
    };

    private void PutPolicy(double target, bool? disableScaleIn = null, int? outCooldown = null)
    {
        var request = Policy(target);
        (request.TargetTrackingScalingPolicyConfiguration!.DisableScaleIn, request.TargetTrackingScalingPolicyConfiguration.ScaleOutCooldown) = (disableScaleIn, outCooldown);
        _aws.Call($"{Prefix}PutScalingPolicy", request);
    }

    private static PutScalingPolicyRequest Policy(double target) => new()
    {
        PolicyName = "keep",
        PolicyType = PolicyType.TargetTrackingScaling,
        ServiceNamespace = ServiceNamespace.Sagemaker,
        ResourceId = Resource,
        ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
        TargetTrackingScalingPolicyConfiguration = new TargetTrackingScalingPolicyConfiguration
        {
            TargetValue = target,
            PredefinedMetricSpecification = new PredefinedMetricSpecification { PredefinedMetricType = MetricType.SageMakerVariantInvocationsPerInstance },
        },
    };

    private List<ScalingActivity> Activities() => _aws.Call<DescribeScalingActivitiesResponse>(
        $"{Prefix}DescribeScalingActivities", new DescribeScalingActivitiesRequest { ServiceNamespace = ServiceNamespace.Sagemaker, ResourceId = Resource }).ScalingActivities!;

    private List<ScalingPolicy> Policies() => _aws.Call<DescribeScalingPoliciesResponse>(
        $"{Prefix}DescribeScalingPolicies", new DescribeScalingPoliciesRequest { ServiceNamespace = ServiceNamespace.Sagemaker }).ScalingPolicies!;

    private List<ScalableTarget> Targets() => _aws.Call<DescribeScalableTargetsResponse>(
        $"{Prefix}DescribeScalableTargets", new DescribeScalableTargetsRequest { ServiceNamespace = ServiceNamespace.Sagemaker }).ScalableTargets!;
}
