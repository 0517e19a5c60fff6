using CanaryConsole.Aws;
using CanaryConsole.Benchmarks.Report;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Registry;
using CanaryConsole.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Benchmarks.Artifacts;

/// <summary>
/// A model.tar.gz in the sandbox's S3, checked as the console checks it: streamed by Amazon's client over a socket, unpacked, every file hashed, every rule
/// asked. The sandbox serves from a folder, in this process and on these cores, so its part of time and memory is in the figures.
/// </summary>
internal static class ArtifactBenchmark
{
    private const double LongestCheck = 15;
    private const double MostMegabytes = 100;
    private const string Key = "large/model.tar.gz";

    public static async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("canaryconsole-artifact");
        try
        {
            var archive = Path.Combine(folder.FullName, "model.tar.gz");
            var unpacked = await LargeArchive.WriteAsync(archive, size == BenchmarkSize.Short ? 128L << 20 : 1L << 30, cancellationToken).ConfigureAwait(false);
            return await MeasureAsync(archive, unpacked, Path.Combine(folder.FullName, "sandbox"), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Measurement>> MeasureAsync(string archive, long unpacked, string state, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Port = 0, Folder = state }, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken).ConfigureAwait(false);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddCanaryAws(new AwsOptions { SandboxPort = sandbox.BoundPort })
            .BuildServiceProvider();
        var packed = new FileInfo(archive).Length;
        await services.GetRequiredService<IFolderStore>().PutAsync(new ArtifactAddress("canaryconsole-sandbox", Key), (sink, stop) => SendAsync(archive, sink, stop), cancellationToken).ConfigureAwait(false);

        using var desk = new ArtifactDesk(
            services.GetRequiredService<IArtifactStore>(), Options.Create(new ArtifactOptions()), Options.Create(new RegistryOptions()), TimeProvider.System, new WallClock(TimeProvider.System));
        var subject = new ArtifactSubject($"s3://canaryconsole-sandbox/{Key}", null);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var memory = new ResidentGauge();
        var started = TimeProvider.System.GetTimestamp();
        var report = await desk.CheckAsync(subject, cancellationToken).ConfigureAwait(false);
        var taken = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var held = memory.Stop();
        if (!report.Passed)
        {
            throw new InvalidOperationException($"The archive of the benchmark does not keep the contract: {report.FirstFailure?.Why}");
        }

        // A smaller archive has so much less time.
        var share = packed / (double)(1L << 30);
        return
        [
            new($"artifact: {packed / 1e6:0} MB from the sandbox's S3, {unpacked / 1e6:0} MB unpacked ({(double)unpacked / packed:0.00} to 1), checked by 9 rules", taken, "s", LongestCheck * share),
            new("artifact: the same, most resident memory above what there was before, sandbox and client included", held, "MB", MostMegabytes),
            new("artifact: the same, packed megabytes a second", packed / 1e6 / taken, "MB/s"),
        ];
    }

    private static async Task SendAsync(string archive, Stream sink, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(archive);
        await file.CopyToAsync(sink, 1 << 20, cancellationToken).ConfigureAwait(false);
    }
}
