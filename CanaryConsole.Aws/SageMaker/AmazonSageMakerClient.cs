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

    public Task<DeleteTagsResponse> DeleteTagsAsync(DeleteTagsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteTagsResponse>(request, cancellationToken);

    public Task<CreateModelPackageGroupResponse> CreateModelPackageGroupAsync(CreateModelPackageGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateModelPackageGroupResponse>(request, cancellationToken);

    public Task<DescribeModelPackageGroupResponse> DescribeModelPackageGroupAsync(DescribeModelPackageGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeModelPackageGroupResponse>(request, cancellationToken);

    public Task<ListModelPackageGroupsResponse> ListModelPackageGroupsAsync(ListModelPackageGroupsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListModelPackageGroupsResponse>(request, cancellationToken);

    public Task<DeleteModelPackageGroupResponse> DeleteModelPackageGroupAsync(DeleteModelPackageGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteModelPackageGroupResponse>(request, cancellationToken);

    public Task<CreateModelPackageResponse> CreateModelPackageAsync(CreateModelPackageRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateModelPackageResponse>(request, cancellationToken);

    public Task<DescribeModelPackageResponse> DescribeModelPackageAsync(DescribeModelPackageRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeModelPackageResponse>(request, cancellationToken);

    public Task<BatchDescribeModelPackageResponse> BatchDescribeModelPackageAsync(BatchDescribeModelPackageRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<BatchDescribeModelPackageResponse>(request, cancellationToken);

    public Task<ListModelPackagesResponse> ListModelPackagesAsync(ListModelPackagesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListModelPackagesResponse>(request, cancellationToken);

    public Task<UpdateModelPackageResponse> UpdateModelPackageAsync(UpdateModelPackageRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateModelPackageResponse>(request, cancellationToken);

    public Task<DeleteModelPackageResponse> DeleteModelPackageAsync(DeleteModelPackageRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteModelPackageResponse>(request, cancellationToken);

    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<SearchResponse>(request, cancellationToken);

    public Task<CreateInferenceExperimentResponse> CreateInferenceExperimentAsync(CreateInferenceExperimentRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateInferenceExperimentResponse>(request, cancellationToken);

    public Task<DescribeInferenceExperimentResponse> DescribeInferenceExperimentAsync(DescribeInferenceExperimentRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeInferenceExperimentResponse>(request, cancellationToken);

    public Task<ListInferenceExperimentsResponse> ListInferenceExperimentsAsync(ListInferenceExperimentsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListInferenceExperimentsResponse>(request, cancellationToken);

    public Task<UpdateInferenceExperimentResponse> UpdateInferenceExperimentAsync(UpdateInferenceExperimentRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateInferenceExperimentResponse>(request, cancellationToken);

    public Task<StopInferenceExperimentResponse> StopInferenceExperimentAsync(StopInferenceExperimentRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<StopInferenceExperimentResponse>(request, cancellationToken);

    public Task<DeleteInferenceExperimentResponse> DeleteInferenceExperimentAsync(DeleteInferenceExperimentRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteInferenceExperimentResponse>(request, cancellationToken);

    private Task<TResponse> SendAsync<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        CallAsync<TResponse>(request, Marshaller, new JsonUnmarshaller<TResponse>(AmazonSageMakerException.From), cancellationToken);
}
