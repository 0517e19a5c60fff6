using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Aws.SageMaker;

public sealed class AmazonSageMakerClient : AwsClient, IAmazonSageMaker
{
    private static readonly JsonMarshaller Marshaller = new("Amazon.SageMaker", "SageMaker", "1.1");

    /// <param name="credentials">Null takes Amazon's default chain: environment, profile, SSO, web identity, container, instance role.</param>
    public AmazonSageMakerClient(AWSCredentials? credentials, AmazonSageMakerConfig config)
        : base(credentials, config)
    {
    }

    public Task<CreateModelResponse> CreateModelAsync(CreateModelRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateModelResponse>(request, cancellationToken);

    public Task<DescribeModelResponse> DescribeModelAsync(DescribeModelRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeModelResponse>(request, cancellationToken);

    public Task<ListModelsResponse> ListModelsAsync(ListModelsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListModelsResponse>(request, cancellationToken);

    public Task<DeleteModelResponse> DeleteModelAsync(DeleteModelRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteModelResponse>(request, cancellationToken);

    public Task<CreateEndpointConfigResponse> CreateEndpointConfigAsync(CreateEndpointConfigRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateEndpointConfigResponse>(request, cancellationToken);

    public Task<DescribeEndpointConfigResponse> DescribeEndpointConfigAsync(DescribeEndpointConfigRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeEndpointConfigResponse>(request, cancellationToken);

    public Task<ListEndpointConfigsResponse> ListEndpointConfigsAsync(ListEndpointConfigsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListEndpointConfigsResponse>(request, cancellationToken);

    public Task<DeleteEndpointConfigResponse> DeleteEndpointConfigAsync(DeleteEndpointConfigRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteEndpointConfigResponse>(request, cancellationToken);

    public Task<CreateEndpointResponse> CreateEndpointAsync(CreateEndpointRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateEndpointResponse>(request, cancellationToken);

    public Task<DescribeEndpointResponse> DescribeEndpointAsync(DescribeEndpointRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeEndpointResponse>(request, cancellationToken);

    public Task<ListEndpointsResponse> ListEndpointsAsync(ListEndpointsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListEndpointsResponse>(request, cancellationToken);

    public Task<DeleteEndpointResponse> DeleteEndpointAsync(DeleteEndpointRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteEndpointResponse>(request, cancellationToken);

    public Task<UpdateEndpointResponse> UpdateEndpointAsync(UpdateEndpointRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateEndpointResponse>(request, cancellationToken);

    public Task<UpdateEndpointWeightsAndCapacitiesResponse> UpdateEndpointWeightsAndCapacitiesAsync(UpdateEndpointWeightsAndCapacitiesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateEndpointWeightsAndCapacitiesResponse>(request, cancellationToken);

    public Task<AddTagsResponse> AddTagsAsync(AddTagsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<AddTagsResponse>(request, cancellationToken);

    public Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTagsResponse>(request, cancellationToken);

    public Task<ListModelPackageGroupsResponse> ListModelPackageGroupsAsync(ListModelPackageGroupsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListModelPackageGroupsResponse>(request, cancellationToken);

    public Task<ListModelPackagesResponse> ListModelPackagesAsync(ListModelPackagesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListModelPackagesResponse>(request, cancellationToken);

    public Task<DescribeModelPackageResponse> DescribeModelPackageAsync(DescribeModelPackageRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeModelPackageResponse>(request, cancellationToken);

    private Task<TResponse> SendAsync<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        CallAsync<TResponse>(request, Marshaller, new JsonUnmarshaller<TResponse>(AmazonSageMakerException.From), cancellationToken);
}
