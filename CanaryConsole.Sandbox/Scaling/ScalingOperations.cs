using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Sandbox.Protocol;
using Dimension = CanaryConsole.Aws.ApplicationAutoScaling.ScalableDimension;
using Namespace = CanaryConsole.Aws.ApplicationAutoScaling.ServiceNamespace;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>Application Auto Scaling, for the instance counts of endpoint variants.</summary>
internal static class ScalingOperations
{
    private const string Prefix = "AnyScaleFrontendService.";
    private const int PageSize = 50;

    public static void Register(OperationTable operations)
    {
        operations.Add<RegisterScalableTargetRequest, RegisterScalableTargetResponse>($"{Prefix}RegisterScalableTarget", RegisterTarget);
        operations.Add<DeregisterScalableTargetRequest, DeregisterScalableTargetResponse>($"{Prefix}DeregisterScalableTarget", Deregister);
        operations.Add<DescribeScalableTargetsRequest, DescribeScalableTargetsResponse>($"{Prefix}DescribeScalableTargets", DescribeTargets);
        operations.Add<PutScalingPolicyRequest, PutScalingPolicyResponse>($"{Prefix}PutScalingPolicy", PutPolicy);
        operations.Add<DeleteScalingPolicyRequest, DeleteScalingPolicyResponse>($"{Prefix}DeleteScalingPolicy", DeletePolicy);
        operations.Add<DescribeScalingPoliciesRequest, DescribeScalingPoliciesResponse>($"{Prefix}DescribeScalingPolicies", DescribePolicies);
        operations.Add<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResponse>($"{Prefix}DescribeScalingActivities", DescribeActivities);
    }

    private static RegisterScalableTargetResponse RegisterTarget(RegisterScalableTargetRequest request, World world, DateTimeOffset now)
    {
        var id = Resource(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        if (!ScalableVariant.TryParse(id, out var endpoint, out var variant))
        {
            throw AwsErrorException.Validation($"The resource ID \"{id}\" must be of the form endpoint/ENDPOINT-NAME/variant/VARIANT-NAME.");
        }

        world.Scaling.TryFind(id, out var existing);
        var served = world.Endpoints.Find(endpoint).Variants.FirstOrDefault(one => one.Name == variant)
            ?? throw AwsErrorException.Validation($"The variant \"{variant}\" is not present within endpoint \"{Arn.Endpoint(endpoint)}\".");
        if (served.IsServerless)
        {
            throw AwsErrorException.Validation($"The variant \"{variant}\" is serverless: it has no instance count to scale.");
        }

        var minimum = request.MinCapacity ?? existing?.Minimum ?? throw AwsErrorException.Validation("MinCapacity must be specified when registering a new scalable target.");
        var maximum = request.MaxCapacity ?? existing?.Maximum ?? throw AwsErrorException.Validation("MaxCapacity must be specified when registering a new scalable target.");
        if (minimum < 0 || minimum > maximum)
        {
            throw AwsErrorException.Validation($"MinCapacity of {minimum} must be at least 0 and at most MaxCapacity of {maximum}.");
        }

        var target = new ScalableVariant(endpoint, variant, minimum, maximum, request.SuspendedState ?? existing?.Suspended, existing?.CreatedAt ?? now);
        world.Scaling.Put(target);
        foreach (var policy in world.Scaling.PoliciesOf(target))
        {
            world.Scaling.Put(policy with { Variant = target });
        }

        return new RegisterScalableTargetResponse { ScalableTargetARN = target.Arn };
    }

    private static DeregisterScalableTargetResponse Deregister(DeregisterScalableTargetRequest request, World world, DateTimeOffset now)
    {
        var id = Resource(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var target = world.Scaling.TryFind(id, out var found) ? found : throw NotFound($"No scalable target found for {Named(id)}.");
        PolicyAlarms.Remove(world, [.. world.Scaling.PoliciesOf(target).SelectMany(policy => policy.AlarmNames)]);
        world.Scaling.Remove(target);
        return new DeregisterScalableTargetResponse();
    }

    private static DescribeScalableTargetsResponse DescribeTargets(DescribeScalableTargetsRequest request, World world, DateTimeOffset now)
    {
        var page = Page(
            [.. world.Scaling.Targets.Where(target => IsAsked(request.ServiceNamespace, request.ScalableDimension) && request.ResourceIds?.Contains(target.ResourceId) != false)],
            request.MaxResults,
            request.NextToken);
        return new DescribeScalableTargetsResponse { ScalableTargets = [.. page.Items.Select(ScalingDescription.Of)], NextToken = page.NextToken };
    }

    private static PutScalingPolicyResponse PutPolicy(PutScalingPolicyRequest request, World world, DateTimeOffset now)
    {
        var id = Resource(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var name = Require.Present(request.PolicyName, "policyName");
        var target = world.Scaling.TryFind(id, out var found) ? found : throw NotFound($"No scalable target registered for {Named(id)}.");
        var definition = PolicyRules.Refuse(request);
        var isKnown = world.Scaling.TryFind(id, name, out var existing);
        var policy = new TargetTrackingPolicy(name, target, definition, isKnown ? existing!.CreatedAt : now);
        PolicyAlarms.Put(policy, world, now);
        world.Scaling.Put(policy);
        return new PutScalingPolicyResponse { PolicyARN = policy.Arn, Alarms = ScalingDescription.Alarms(policy) };
    }

    private static DeleteScalingPolicyResponse DeletePolicy(DeleteScalingPolicyRequest request, World world, DateTimeOffset now)
    {
        var id = Resource(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var name = Require.Present(request.PolicyName, "policyName");
        var policy = world.Scaling.TryFind(id, name, out var found) ? found : throw NotFound($"No scaling policy found for {Named(id)}, policy name: {name}.");
        PolicyAlarms.Remove(world, policy.AlarmNames);
        world.Scaling.Remove(policy);
        return new DeleteScalingPolicyResponse();
    }

    private static DescribeScalingPoliciesResponse DescribePolicies(DescribeScalingPoliciesRequest request, World world, DateTimeOffset now)
    {
        var page = Page(
            [
                .. world.Scaling.Policies.Where(policy => IsAsked(request.ServiceNamespace, request.ScalableDimension)
                    && (request.ResourceId is null || request.ResourceId == policy.Variant.ResourceId)
                    && request.PolicyNames?.Contains(policy.Name) != false),
            ],
            request.MaxResults,
            request.NextToken);
        return new DescribeScalingPoliciesResponse { ScalingPolicies = [.. page.Items.Select(ScalingDescription.Of)], NextToken = page.NextToken };
    }

    private static DescribeScalingActivitiesResponse DescribeActivities(DescribeScalingActivitiesRequest request, World world, DateTimeOffset now)
    {
        var page = Page(
            [
                .. world.Scaling.Activities.Where(activity => IsAsked(request.ServiceNamespace, request.ScalableDimension)
                    && (request.ResourceId is null || request.ResourceId == activity.Variant.ResourceId)),
            ],
            request.MaxResults,
            request.NextToken);
        return new DescribeScalingActivitiesResponse { ScalingActivities = [.. page.Items.Select(ScalingDescription.Of)], NextToken = page.NextToken };
    }

    private static string Resource(Namespace? service, string? resourceId, Dimension? dimension)
    {
        Require.Present(service, "serviceNamespace");
        Require.Present(dimension, "scalableDimension");
        return service == Namespace.Sagemaker && dimension == Dimension.SagemakerVariantDesiredInstanceCount
            ? Require.Present(resourceId, "resourceId")
            : throw AwsErrorException.Validation(
                $"Unsupported service namespace, resource type or scalable dimension: {service}, {resourceId}, {dimension}. The sandbox scales sagemaker, endpoint/NAME/variant/NAME, {Dimension.SagemakerVariantDesiredInstanceCount}.");
    }

    private static bool IsAsked(Namespace? service, Dimension? dimension) =>
        Require.Present(service, "serviceNamespace") == Namespace.Sagemaker && (dimension is null || dimension == Dimension.SagemakerVariantDesiredInstanceCount);

    private static Page<T> Page<T>(IReadOnlyList<T> all, int? maxResults, string? nextToken)
    {
        Require.Between(maxResults, "maxResults", 1, PageSize);
        return Protocol.Page.Of(all, maxResults, nextToken, PageSize);
    }

    private static string Named(string id) =>
        $"service namespace: {Namespace.Sagemaker}, resource ID: {id}, scalable dimension: {Dimension.SagemakerVariantDesiredInstanceCount}";

    private static AwsErrorException NotFound(string message) => new("ObjectNotFoundException", message);
}
