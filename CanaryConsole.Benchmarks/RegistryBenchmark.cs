using System.Diagnostics;
using CanaryConsole.Aws;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Benchmarks.Cloud;
using CanaryConsole.Benchmarks.Report;
using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Live;
using CanaryConsole.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModelPackage = CanaryConsole.Core.Registry.ModelPackage;

namespace CanaryConsole.Benchmarks;

/// <summary>A group of 5,000 versions in the sandbox, over loopback and 50 ms away: what somebody waits for who opens it, scrolls to its end, or looks for one run.</summary>
internal static class RegistryBenchmark
{
    private const double LongestWait = 1.0;
    private const int Versions = 5_000;
    private const int FirstRows = 25;
    private const string Group = "crowd";

    public static async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging()
            .AddCanaryAws(new AwsOptions { SandboxPort = sandbox.BoundPort }).BuildServiceProvider();
        await FillAsync(services.GetRequiredService<IAmazonSageMaker>(), cancellationToken);
        var catalog = new DistantCatalog(services.GetRequiredService<IPackageCatalog>());
        var registry = services.GetRequiredService<IModelRegistry>();

        var (first, last, one) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < size.SteadyTicks; i++)
        {
            var shelf = new RegistryShelf(registry, catalog, TimeProvider.System, new WallClock(TimeProvider.System));
            var listing = shelf.Listing(PackageQuery.Of(Group));
            first.Add(await TimeAsync(() => RowsAsync(listing, 0, FirstRows, cancellationToken)));
            last.Add(await TimeAsync(() => RowsAsync(listing, Versions - FirstRows, FirstRows, cancellationToken)));
            var run = shelf.Listing(new PackageQuery(Group, [new PackageTerm.Carries(RegistryOptions.DefaultRunIdKey, $"run-{Versions / 2 + i}", Whole: true)]));
            one.Add(await TimeAsync(() => RowsAsync(run, 0, 1, cancellationToken)));
        }

        return
        [
            new($"registry: the first {FirstRows} of {Versions:N0} versions, longest of {first.Count}", first.Max(), "s", LongestWait),
            new("registry: the same, median", Quantile.Of(first, 0.5), "s"),
            new("registry: one version by its run, longest", one.Max(), "s", LongestWait),
            new($"registry: on to the last of {Versions:N0}, median", Quantile.Of(last, 0.5), "s"),
        ];
    }

    private static async Task FillAsync(IAmazonSageMaker sageMaker, CancellationToken cancellationToken)
    {
        await sageMaker.CreateModelPackageGroupAsync(new CreateModelPackageGroupRequest { ModelPackageGroupName = Group }, cancellationToken);
        for (var version = 1; version <= Versions; version++)
        {
            var request = new CreateModelPackageRequest
            {
                ModelPackageGroupName = Group,
                SourceUri = $"s3://models/{Group}/v{version}/model.tar.gz",
                ModelPackageDescription = $"The version of night {version}.",
                CustomerMetadataProperties = new Dictionary<string, string>
                {
                    [RegistryOptions.DefaultRunIdKey] = $"run-{version}",
                    ["data_version"] = $"events@{version}",
                    ["git_commit"] = $"{version:x40}",
                },
            };
            await sageMaker.CreateModelPackageAsync(request, cancellationToken);
        }
    }

    // A list that came back short would be quick for the wrong reason.
    private static async Task RowsAsync(PackageListing listing, int start, int count, CancellationToken cancellationToken)
    {
        var slice = await listing.ReadAsync(start, count, cancellationToken);
        if (slice.Items.Count != count)
        {
            throw new InvalidOperationException($"{slice.Items.Count} versions came from number {start} on, not {count}.");
        }
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>As far away as the fake AWS of the other benchmarks.</summary>
    private sealed class DistantCatalog(IPackageCatalog near) : IPackageCatalog
    {
        public async Task<PackagePage> SearchAsync(PackageQuery query, string? after, CancellationToken cancellationToken)
        {
            await Task.Delay(FakeAws.AnswerTime, TimeProvider.System, cancellationToken);
            return await near.SearchAsync(query, after, cancellationToken);
        }

        public Task<ModelPackage?> FindAsync(string group, int version, CancellationToken cancellationToken) => near.FindAsync(group, version, cancellationToken);

        public Task<PackageDescription?> DescribeAsync(string group, int version, CancellationToken cancellationToken) => near.DescribeAsync(group, version, cancellationToken);
    }
}
