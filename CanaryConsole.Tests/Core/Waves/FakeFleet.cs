using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Waves;

/// <summary>Several endpoints, each a <see cref="FakeCloud"/> under a name of its own.</summary>
internal sealed class FakeFleet(TimeProvider clock, params string[] names) : IEndpointControl, IEndpointReshaping, IMetricSource
{
    private const string Inner = "media-ranker";

    private readonly Dictionary<string, FakeCloud> _endpoints = names.ToDictionary(name => name, _ => new FakeCloud(clock));

    public FakeCloud this[string endpoint] => _endpoints.TryGetValue(endpoint, out var found)
        ? found
        : throw new CloudException(CloudFailure.NotFound, $"Could not find endpoint {endpoint}.");

    public Task<IReadOnlyList<EndpointListing>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EndpointListing>>(
        [.. _endpoints.Select(one => new EndpointListing(one.Key, one.Value.Endpoint.Status, one.Value.Endpoint.LastModified))]);

    public async Task<EndpointDescription> DescribeAsync(string endpoint, CancellationToken cancellationToken) =>
        await this[endpoint].DescribeAsync(Inner, cancellationToken) with { Name = endpoint };

    public Task SetWeightsAsync(string endpoint, IReadOnlyList<VariantWeight> weights, CancellationToken cancellationToken) =>
        this[endpoint].SetWeightsAsync(Inner, weights, cancellationToken);

    public Task AddVariantAsync(VariantAddition addition, CancellationToken cancellationToken) =>
        this[addition.Endpoint].AddVariantAsync(addition with { Endpoint = Inner }, cancellationToken);

    public Task<InvocationAnswer> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken) =>
        this[request.Endpoint].InvokeAsync(request with { Endpoint = Inner }, cancellationToken);

    public Task RemoveVariantAsync(VariantRemoval removal, CancellationToken cancellationToken) =>
        this[removal.Endpoint].RemoveVariantAsync(removal with { Endpoint = Inner }, cancellationToken);

    public Task RestoreConfigAsync(string endpoint, string configName, CancellationToken cancellationToken) =>
        this[endpoint].RestoreConfigAsync(Inner, configName, cancellationToken);

    public Task SetCapacityAsync(string endpoint, string variant, int instances, CancellationToken cancellationToken) =>
        this[endpoint].SetCapacityAsync(Inner, variant, instances, cancellationToken);

    public async Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken)
    {
        var answers = new List<MetricAnswer>(requests.Count);
        foreach (var request in requests)
        {
            var answer = Assert.Single(await this[request.Endpoint].ReadAsync([request], cancellationToken));
            answers.Add(answer with { Request = request });
        }

        return answers;
    }
}
