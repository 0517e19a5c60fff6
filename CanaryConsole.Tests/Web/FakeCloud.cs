using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Web;

/// <summary>Endpoints, weights and registry as the API meets them, without a cloud.</summary>
internal sealed class FakeCloud : IEndpointControl, IWeightService, IModelRegistry, IPackageCatalog
{
    public List<InvocationRequest> Invocations { get; } = [];

    public List<IReadOnlyDictionary<string, double>> Weights { get; } = [];

    public InvocationAnswer Answer { get; set; } = Scored;

    public WeightResult WeightAnswer { get; set; } = Taken;

    public CloudException? Failure { get; set; }

    public List<EndpointListing> Listed { get; } = [];

    private static InvocationAnswer Scored { get; } = new(200, "champion", "application/json", """{"score":0.5}"""u8.ToArray(), TimeSpan.FromMilliseconds(12));

    private static WeightResult Taken { get; } = new WeightResult.Accepted([new("champion", 0.8)], [new("champion", 0.5)]);

    public void Reset()
    {
        Invocations.Clear();
        Weights.Clear();
        Listed.Clear();
        (Answer, WeightAnswer, Failure) = (Scored, Taken, null);
    }

    public Task<IReadOnlyList<EndpointListing>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EndpointListing>>([.. Listed]);

    public Task<EndpointDescription> DescribeAsync(string endpoint, CancellationToken cancellationToken) =>
        throw Failure ?? new CloudException(CloudFailure.NotFound, $"There is no endpoint {endpoint}.");

    public Task SetWeightsAsync(string endpoint, IReadOnlyList<VariantWeight> weights, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AddVariantAsync(VariantAddition addition, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<InvocationAnswer> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        Invocations.Add(request);
        return Failure is null ? Task.FromResult(Answer) : Task.FromException<InvocationAnswer>(Failure);
    }

    public Task<WeightResult> SetAsync(string endpoint, IReadOnlyDictionary<string, double> shares, string actor, CancellationToken cancellationToken)
    {
        Weights.Add(shares);
        return Task.FromResult(WeightAnswer);
    }

    public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["media-ranker"]);

    public Task<IReadOnlyList<ModelPackage>> ListPackagesAsync(string group, CancellationToken cancellationToken) => group == "media-ranker"
        ? Task.FromResult<IReadOnlyList<ModelPackage>>([])
        : Task.FromException<IReadOnlyList<ModelPackage>>(new CloudException(CloudFailure.NotFound, "No such group."));

    public Task<ModelPackage?> FindPackageAsync(string packageArn, CancellationToken cancellationToken) => Task.FromResult<ModelPackage?>(null);

    public Task<PackagePage> SearchAsync(PackageQuery query, string? after, CancellationToken cancellationToken) => Task.FromResult(new PackagePage([], null, 0));

    public Task<ModelPackage?> FindAsync(string group, int version, CancellationToken cancellationToken) => Task.FromResult<ModelPackage?>(null);

    public Task<PackageDescription?> DescribeAsync(string group, int version, CancellationToken cancellationToken) => Task.FromResult<PackageDescription?>(null);

    public Task<RegisteredModel?> FindModelAsync(string modelName, CancellationToken cancellationToken) => Task.FromResult<RegisteredModel?>(null);

    public Task<IReadOnlyList<RegisteredModel>> ListModelsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RegisteredModel>>([]);
}
