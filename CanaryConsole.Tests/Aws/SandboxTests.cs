using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Aws;

/// <summary>Core's interfaces, through our clients and real HTTP, on the sandbox, under a clock moved by hand.</summary>
public sealed class SandboxTests : ClientsOnSandbox
{
    private static readonly VariantAddition Addition = new(
        "media-ranker", "media-ranker-with-v9", "challenger", "media-ranker-v9", "ml.m5.xlarge", 1, new Dictionary<string, string> { ["canaryconsole"] = "r-1" });

    private IEndpointControl Control => Service<IEndpointControl>();

    [Fact]
    public async Task Endpoints_AtStart_AreListedAndDescribed()
    {
        var listed = await Control.ListAsync(CancellationToken.None);
        var ranker = await Control.DescribeAsync("media-ranker", CancellationToken.None);

        Assert.Equal(["media-ranker", "search-embeddings"], listed.Select(endpoint => endpoint.Name));
        Assert.Equal((EndpointStatus.InService, TimeSpan.FromSeconds(10)), (ranker.Status, ranker.MetricPeriod));
        var champion = Assert.Single(ranker.Variants);
        Assert.Equal(("champion", "media-ranker-v7", "ml.m5.xlarge", 2), (champion.Name, champion.ModelName, champion.InstanceType, champion.CurrentInstanceCount));
        Assert.Equal(Percentage.Whole, ranker.ShareOf("champion"));
    }

    [Fact]
    public async Task Registry_AtStart_TellsVersionsLineageAndModels()
    {
        var registry = Service<IModelRegistry>();

        var packages = await registry.ListPackagesAsync("media-ranker", CancellationToken.None);

        Assert.Contains("media-ranker", await registry.ListGroupsAsync(CancellationToken.None));
        Assert.Equal(Enumerable.Range(5, 9).Reverse(), packages.Select(package => package.Version));
        Assert.Equal(ModelApproval.PendingManualApproval, packages.Single(package => package.Version == 11).Approval);
        Assert.All(packages, package => Assert.Superset(
            new HashSet<string> { "candidate_run_id", "data_version", "git_commit", "metrics_hash" }, package.Metadata.Keys.ToHashSet()));
        Assert.Equal(packages[0], await registry.FindPackageAsync(packages[0].Arn, CancellationToken.None), PackageComparer);
        Assert.Null(await registry.FindPackageAsync(packages[0].Arn + "999", CancellationToken.None));
        Assert.Null(await registry.FindModelAsync("no-such-model", CancellationToken.None));
        var model = Assert.Single(await registry.ListModelsAsync(CancellationToken.None), model => model.Name == "media-ranker-v9");
        Assert.Equal(packages.Single(package => package.Version == 9).Arn, model.PackageArn);
    }

    [Fact]
    public async Task Challenger_AddedWeightedAndWatched_ShowsItsErrors()
    {
        await Control.AddVariantAsync(Addition, CancellationToken.None);
        await Control.AddVariantAsync(Addition, CancellationToken.None);
        var busy = await Assert.ThrowsAsync<CloudException>(() => SetWeightsAsync(0.75, 0.25));
        Assert.Equal(CloudFailure.Busy, busy.Failure);
        Assert.Equal(EndpointStatus.Updating, (await Control.DescribeAsync("media-ranker", CancellationToken.None)).Status);

        Clock.Advance(TimeSpan.FromMinutes(5));
        var added = await Control.DescribeAsync("media-ranker", CancellationToken.None);
        Assert.Equal(("media-ranker-with-v9", EndpointStatus.InService, TimeSpan.FromSeconds(10)), (added.ConfigName, added.Status, added.MetricPeriod));
        Assert.Equal(["champion media-ranker-v7 x2", "challenger media-ranker-v9 x1"], added.Variants.Select(v => $"{v.Name} {v.ModelName} x{v.CurrentInstanceCount}"));
        Assert.Equal(Percentage.Zero, added.ShareOf("challenger"));

        await SetWeightsAsync(0.75, 0.25);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var from = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Percentage.FromFraction(0.25), (await Control.DescribeAsync("media-ranker", CancellationToken.None)).ShareOf("challenger"));

        var answers = await Service<IMetricSource>().ReadAsync(
            [Metrics("champion", from), Metrics("challenger", from)], CancellationToken.None);

        Assert.All(answers, answer => Assert.Null(answer.Problem));
        Assert.All(answers, answer => Assert.InRange(answer.Windows.Count, 29, 31));
        Assert.All(answers.SelectMany(answer => answer.Windows), window => Assert.NotNull(window.LatencyP99));
        Assert.All(answers.SelectMany(answer => answer.Windows), window => Assert.NotNull(window.SlowRequests));
        Assert.InRange(ErrorRate(answers[0]), 0, 0.005);
        Assert.InRange(ErrorRate(answers[1]), 0.05, 0.11);
    }

    [Fact]
    public async Task Invoke_PinnedToAVariant_IsAnsweredByIt()
    {
        var call = Control.InvokeAsync(
            new InvocationRequest("media-ranker", "champion", "application/json", "{}"u8.ToArray()), CancellationToken.None);
        while (!call.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        var answer = await call;

        Assert.Equal((200, "champion"), (answer.StatusCode, answer.Variant));
        Assert.True(answer.Latency > TimeSpan.Zero);
    }

    [Fact]
    public async Task Notification_Published_ReachesATopic() =>
        await Service<INotifier>().PublishAsync(new Notification("Rolled back", "media-ranker: 8 % errors"), CancellationToken.None);

    private static readonly EqualityComparer<ModelPackage?> PackageComparer = EqualityComparer<ModelPackage?>.Create(
        (one, other) => one! with { Metadata = other!.Metadata, MetricsFiles = other.MetricsFiles, Tags = other.Tags } == other && one.MetricsFiles.SequenceEqual(other.MetricsFiles) && one.Metadata.OrderBy(e => e.Key).SequenceEqual(other.Metadata.OrderBy(e => e.Key)));

    private static double ErrorRate(MetricAnswer answer) =>
        (double)answer.Windows.Sum(window => window.Errors) / answer.Windows.Sum(window => window.Requests);

    private Task SetWeightsAsync(double champion, double challenger) => Control.SetWeightsAsync(
        "media-ranker", [new VariantWeight("champion", champion), new VariantWeight("challenger", challenger)], CancellationToken.None);

    private MetricRequest Metrics(string variant, DateTimeOffset from) =>
        new("media-ranker", variant, from, Clock.GetUtcNow(), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(100));
}
