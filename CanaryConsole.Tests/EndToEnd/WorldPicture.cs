using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>Everything in the account that a rollout could touch, by kind and name, as the cloud's own calls show it.</summary>
internal static class WorldPicture
{
    public static async Task<Dictionary<string, string>> TakeAsync(ConsoleOnSandbox console)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var config in (await console.SageMaker.ListEndpointConfigsAsync(new ListEndpointConfigsRequest { MaxResults = 100 })).EndpointConfigs!)
        {
            seen[$"Endpoint configuration {config.EndpointConfigName}"] = "";
        }

        foreach (var model in (await console.SageMaker.ListModelsAsync(new ListModelsRequest { MaxResults = 100 })).Models!)
        {
            seen[$"Model {model.ModelName}"] = "";
        }

        foreach (var package in (await console.SageMaker.ListModelPackagesAsync(new ListModelPackagesRequest { ModelPackageGroupName = "media-ranker", MaxResults = 100 })).ModelPackageSummaryList!)
        {
            seen[$"Model package {package.ModelPackageArn}"] = package.ModelApprovalStatus!.Value;
        }

        // Alarms of scaling policies are Amazon's, and come and go with them.
        foreach (var alarm in (await console.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { MaxRecords = 100 })).MetricAlarms!.Where(alarm => !alarm.AlarmName!.StartsWith("TargetTracking-", StringComparison.Ordinal)))
        {
            seen[$"Alarm {alarm.AlarmName}"] = $"{alarm.Threshold} {alarm.EvaluationPeriods}";
        }

        foreach (var target in (await console.Scaling.DescribeScalableTargetsAsync(new DescribeScalableTargetsRequest { ServiceNamespace = ServiceNamespace.Sagemaker })).ScalableTargets!)
        {
            seen[$"Scalable target {target.ResourceId}"] = $"{target.MinCapacity} {target.MaxCapacity} {target.SuspendedState?.DynamicScalingOutSuspended}";
        }

        foreach (var listed in (await console.SageMaker.ListEndpointsAsync(new ListEndpointsRequest { MaxResults = 100 })).Endpoints!)
        {
            var endpoint = await console.SageMaker.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = listed.EndpointName });
            var tags = await console.SageMaker.ListTagsAsync(new ListTagsRequest { ResourceArn = listed.EndpointArn });
            seen[$"Endpoint {listed.EndpointName}"] = endpoint.EndpointConfigName!;
            seen[$"Endpoint weights {listed.EndpointName}"] = string.Join(' ', endpoint.ProductionVariants!.Select(variant => $"{variant.VariantName} {variant.DesiredWeight}"));
            seen[$"Endpoint tags {listed.EndpointName}"] = string.Join(' ', (tags.Tags ?? []).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        }

        return seen;
    }

    /// <summary>What is new, gone or different.</summary>
    public static IReadOnlyList<string> Touched(Dictionary<string, string> before, Dictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).Order(StringComparer.Ordinal)];
}
