using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>One endpoint, `media-ranker`, that changes in two halves like the real one: first asked for, then applied by <see cref="Settle"/>.</summary>
internal sealed partial class FakeCloud(TimeProvider clock) : IEndpointControl, IMetricSource, IModelRegistry
{
    private EndpointDescription _endpoint = new(
        "media-ranker", "arn:aws:sagemaker:eu-central-1:123456789012:endpoint/media-ranker", EndpointStatus.InService, "media-ranker-config",
        [new VariantDescription("champion", "media-ranker-v7", "ml.m5.xlarge", 1, 1, 2, 2)], TimeSpan.FromSeconds(10), clock.GetUtcNow());

    public List<string> Calls { get; } = [];

    public EndpointDescription Endpoint => _endpoint;

    /// <summary>Thrown by the next calls of this name, once each.</summary>
    public Dictionary<string, CloudException> Fail { get; } = [];

    /// <summary>Errors of the challenger out of ten requests in each window.</summary>
    public int ChallengerErrors { get; set; }

    public int SmokeStatus { get; set; } = 200;

    /// <summary>False leaves the endpoint Updating after a change until <see cref="Settle"/>.</summary>
    public bool AppliesAtOnce { get; set; } = true;

    /// <summary>The endpoint list is answered once this is done.</summary>
    public Task Listed { get; set; } = Task.CompletedTask;

    /// <summary>Done with the first weights that are asked for from now on.</summary>
    public TaskCompletionSource WeightsAsked { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Settle() => Change(EndpointStatus.InService, variant => variant with { CurrentWeight = variant.DesiredWeight });

    public void Become(EndpointStatus status) => Change(status, variant => variant);

    public void SetOutside(double challenger) => Change(EndpointStatus.InService, variant =>
        variant with { CurrentWeight = variant.Name == "champion" ? 1 - challenger : challenger, DesiredWeight = variant.Name == "champion" ? 1 - challenger : challenger });

    public async Task<IReadOnlyList<EndpointListing>> ListAsync(CancellationToken cancellationToken)
    {
        Called("List");
        await Listed;
        return [new EndpointListing(_endpoint.Name, _endpoint.Status, _endpoint.LastModified)];
    }

    public Task<EndpointDescription> DescribeAsync(string endpoint, CancellationToken cancellationToken)
    {
        Called("Describe");
        return endpoint == _endpoint.Name
            ? Task.FromResult(_endpoint)
            : throw new CloudException(CloudFailure.NotFound, $"Could not find endpoint {endpoint}.");
    }

    public Task SetWeightsAsync(string endpoint, IReadOnlyList<VariantWeight> weights, CancellationToken cancellationToken)
    {
        Called("SetWeights");
        if (_endpoint.Status is not EndpointStatus.InService)
        {
            throw new CloudException(CloudFailure.Busy, "Cannot update in-progress endpoint.");
        }

        var byName = weights.ToDictionary(weight => weight.VariantName, weight => weight.Weight);
        Change(EndpointStatus.Updating, variant => variant with { DesiredWeight = byName[variant.Name] });
        SettleIfAtOnce();
        WeightsAsked.TrySetResult();
        return Task.CompletedTask;
    }

    public Task AddVariantAsync(VariantAddition addition, CancellationToken cancellationToken)
    {
        Called("AddVariant");
        _configs[_endpoint.ConfigName] = _endpoint.Variants;
        _endpoint = _endpoint with
        {
            Variants = [.. _endpoint.Variants.Where(variant => variant.CurrentWeight > 0), new VariantDescription(addition.VariantName, addition.ModelName, addition.InstanceType, 0, 0, addition.InstanceCount, addition.InstanceCount)],
            ShadowVariants = [.. _endpoint.ShadowVariants.Where(variant => variant.Name != addition.ReplacesShadow)],
            ConfigName = addition.ConfigName,
            Capture = addition.Capture is { } capture ? capture.Sampling == Percentage.Zero ? null : capture : _endpoint.Capture,
        };
        Change(EndpointStatus.Updating, variant => variant);
        SettleIfAtOnce();
        return Task.CompletedTask;
    }

    public Task<InvocationAnswer> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        Called("Invoke");
        return Task.FromResult(new InvocationAnswer(SmokeStatus, request.TargetVariant, "application/json", default, TimeSpan.FromMilliseconds(20)));
    }

    public Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken)
    {
        Called("Metrics");
        return Task.FromResult<IReadOnlyList<MetricAnswer>>([.. requests.Select(request => new MetricAnswer(request, Windows(request), null))]);
    }

    public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["media-ranker"]);

    public Task<IReadOnlyList<ModelPackage>> ListPackagesAsync(string group, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ModelPackage>>(
        [.. Enumerable.Range(8, 4).Select(version => Package(version))]);

    public Task<ModelPackage?> FindPackageAsync(string packageArn, CancellationToken cancellationToken) =>
        Task.FromResult<ModelPackage?>(Package(int.Parse(packageArn.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));

    public Task<RegisteredModel?> FindModelAsync(string modelName, CancellationToken cancellationToken) => Task.FromResult(
        modelName.StartsWith("media-ranker-v", StringComparison.Ordinal) && !MissingModels.Contains(modelName) ? new RegisteredModel(modelName, $"arn:package/media-ranker/{modelName[14..]}", null) : null);

    public Task<IReadOnlyList<RegisteredModel>> ListModelsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RegisteredModel>>([]);

    /// <summary>Where the artifact of a version lies; nowhere unless a test says so.</summary>
    public Func<int, string?> ArtifactOf { get; set; } = _ => null;

    private ModelPackage Package(int version) => new(
        "media-ranker", version, $"arn:package/media-ranker/{version}",
        Approvals.TryGetValue(version, out var set) ? set.Approval : version == 11 ? ModelApproval.PendingManualApproval : ModelApproval.Approved,
        new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), null, null, ArtifactOf(version), new Dictionary<string, string> { ["git_commit"] = "9f3c2e1", ["candidate_run_id"] = $"run-{version}" });

    private List<MetricWindow> Windows(MetricRequest request)
    {
        var isChallenger = request.Variant != "champion" || request.ConfigName?.StartsWith("cc-", StringComparison.Ordinal) == true;
        var windows = new List<MetricWindow>();
        if (request.ConfigName is not null && (!PublishesFleets || _endpoint.Pending is null))
        {
            return windows;
        }

        for (var start = request.From; start + request.Period <= clock.GetUtcNow(); start += request.Period)
        {
            windows.Add(new MetricWindow(start, request.Period, 100, isChallenger ? ChallengerErrors * 10 : 0, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(60), 0));
        }

        return windows;
    }

    private void SettleIfAtOnce()
    {
        if (AppliesAtOnce)
        {
            Settle();
        }
    }

    private void Change(EndpointStatus status, Func<VariantDescription, VariantDescription> change) =>
        _endpoint = _endpoint with { Status = status, Variants = [.. _endpoint.Variants.Select(change)], LastModified = _endpoint.LastModified.AddTicks(1) };

    // A tick lists, describes and reads metrics side by side.
    private void Called(string name)
    {
        lock (Calls)
        {
            Calls.Add(name);
            if (Fail.Remove(name, out var failure))
            {
                throw failure;
            }
        }
    }
}
