using CanaryConsole.Benchmarks.Report;
using CanaryConsole.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Benchmarks;

/// <summary>
/// What the sandbox adds to an invocation: 2,000 a second of 1 KB over loopback to a behaviour of no latency, against the same client, pace and payload on a bare Kestrel that sends the
/// payload back. The two take turns, so that whatever else the machine does falls on both; client and servers share its cores. Added p99 is the p99 of one minus the p99 of the other.
/// </summary>
internal static class InvocationBenchmark
{
    private const double MostAdded = 5;
    private const int PerSecond = 2000;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions { Port = 0, Behaviours = [new() { Model = "media-ranker-v7", P50 = TimeSpan.Zero, P99 = TimeSpan.Zero, ErrorRate = 0 }] };
        await using var sandbox = await SandboxHost.StartAsync(options, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
        await using var echo = await InvocationEcho.StartAsync(cancellationToken);
        using var invoking = new InvocationLoad(new Uri($"http://127.0.0.1:{sandbox.BoundPort}/endpoints/media-ranker/invocations"));
        using var echoing = new InvocationLoad(echo.Address);
        for (var i = 0; i < size.WarmUpTicks; i++)
        {
            await echoing.RunAsync(PerSecond, Turn, cancellationToken);
            await invoking.RunAsync(PerSecond, Turn, cancellationToken);
        }

        using var stalls = new StallGauge();
        var (bare, added) = (new List<double>(), new List<double>());
        var elapsed = TimeSpan.Zero;
        for (var i = 0; i < size.SteadyTicks; i++)
        {
            bare.AddRange((await echoing.RunAsync(PerSecond, Turn, cancellationToken)).Milliseconds);
            var invoked = await invoking.RunAsync(PerSecond, Turn, cancellationToken);
            elapsed += invoked.Elapsed;
            added.AddRange(invoked.Milliseconds);
        }

        return
        [
            new("invocations of 1 KB a second, over loopback", added.Count / elapsed.TotalSeconds, ""),
            new($"bare Kestrel at the same pace, p50 of {bare.Count}", Quantile.Of(bare, 0.5), "ms"),
            new("bare Kestrel at the same pace, p99", Quantile.Of(bare, 0.99), "ms"),
            new($"invocation through the sandbox, p50 of {added.Count}", Quantile.Of(added, 0.5), "ms"),
            new("invocation through the sandbox, p99", Quantile.Of(added, 0.99), "ms"),
            new("added by the sandbox: its p99 less the bare server's, in turns of 2 s on the same cores", Quantile.Of(added, 0.99) - Quantile.Of(bare, 0.99), "ms", MostAdded),
            new("meanwhile, longest that an idle thread waited for its turn", stalls.Stop().TotalMilliseconds, "ms"),
        ];
    }
}
