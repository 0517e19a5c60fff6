using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerEndpointControl(IAmazonSageMaker sageMaker, IAmazonSageMakerRuntime runtime, TimeProvider time) : IEndpointControl
{
    private const int MostEndpoints = 10_000;
    private const int PageSize = 100;

    private readonly EndpointConfigCache _configs = new(sageMaker);
    private readonly VariantAdder _adder = new(sageMaker);
    private readonly EndpointInvoker _invoker = new(runtime, time);

    public async Task<IReadOnlyList<EndpointListing>> ListAsync(CancellationToken cancellationToken)
    {
        var endpoints = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListEndpointsAsync(
                new ListEndpointsRequest { MaxResults = PageSize, NextToken = token, SortBy = EndpointSortKey.Name, SortOrder = OrderKey.Ascending },
                stop),
            page => page.Endpoints,
            cancellationToken: cancellationToken);
        var summaries = await CloudCall.RunAsync("ListEndpoints", "all endpoints", () => endpoints.FirstAsync(MostEndpoints), cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. summaries.Select(summary => new EndpointListing(
                summary.EndpointName ?? "", EndpointTranslation.Status(summary.EndpointStatus), summary.LastModifiedTime.ToOffset())),
        ];
    }

    public async Task<EndpointDescription> DescribeAsync(string endpoint, CancellationToken cancellationToken)
    {
        var described = await CloudCall.RunAsync(
            "DescribeEndpoint",
            $"endpoint \"{endpoint}\"",
            () => sageMaker.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = endpoint }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        var config = await _configs.OfAsync(described, cancellationToken).ConfigureAwait(false);
        return EndpointTranslation.Describe(described, config);
    }

    public Task SetWeightsAsync(string endpoint, IReadOnlyList<VariantWeight> weights, CancellationToken cancellationToken)
    {
        var request = new UpdateEndpointWeightsAndCapacitiesRequest
        {
            EndpointName = endpoint,
            DesiredWeightsAndCapacities =
                [.. weights.Select(weight => new DesiredWeightAndCapacity { VariantName = weight.VariantName, DesiredWeight = (float)weight.Weight })],
        };
        return CloudCall.RunAsync(
            "UpdateEndpointWeightsAndCapacities",
            $"endpoint \"{endpoint}\"",
            () => sageMaker.UpdateEndpointWeightsAndCapacitiesAsync(request, cancellationToken),
            cancellationToken);
    }

    public Task AddVariantAsync(VariantAddition addition, CancellationToken cancellationToken) => _adder.AddAsync(addition, cancellationToken);

    public Task<InvocationAnswer> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken) =>
        _invoker.InvokeAsync(request, cancellationToken);
}
