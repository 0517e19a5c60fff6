using Amazon.Runtime;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class AmazonApplicationAutoScalingClient : AwsClient, IAmazonApplicationAutoScaling
{
    private static readonly JsonMarshaller Marshaller = new("Amazon.ApplicationAutoScaling", "AnyScaleFrontendService", "1.1");

    /// <param name="credentials">Null takes Amazon's default chain: environment, profile, SSO, web identity, container, instance role.</param>
    public AmazonApplicationAutoScalingClient(AWSCredentials? credentials, AmazonApplicationAutoScalingConfig config)
        : base(credentials, config)
    {
    }

    public Task<RegisterScalableTargetResponse> RegisterScalableTargetAsync(RegisterScalableTargetRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<RegisterScalableTargetResponse>(request, cancellationToken);

    public Task<DescribeScalableTargetsResponse> DescribeScalableTargetsAsync(DescribeScalableTargetsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeScalableTargetsResponse>(request, cancellationToken);

    public Task<DeregisterScalableTargetResponse> DeregisterScalableTargetAsync(DeregisterScalableTargetRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeregisterScalableTargetResponse>(request, cancellationToken);

    public Task<PutScalingPolicyResponse> PutScalingPolicyAsync(PutScalingPolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutScalingPolicyResponse>(request, cancellationToken);

    public Task<DescribeScalingPoliciesResponse> DescribeScalingPoliciesAsync(DescribeScalingPoliciesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeScalingPoliciesResponse>(request, cancellationToken);

    public Task<DeleteScalingPolicyResponse> DeleteScalingPolicyAsync(DeleteScalingPolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteScalingPolicyResponse>(request, cancellationToken);

    public Task<DescribeScalingActivitiesResponse> DescribeScalingActivitiesAsync(DescribeScalingActivitiesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeScalingActivitiesResponse>(request, cancellationToken);

    private Task<TResponse> SendAsync<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        CallAsync<TResponse>(request, Marshaller, new JsonUnmarshaller<TResponse>(AmazonApplicationAutoScalingException.From), cancellationToken);
}
