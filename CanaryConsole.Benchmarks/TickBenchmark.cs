using CanaryConsole.Benchmarks.Engine;
using CanaryConsole.Benchmarks.Report;

namespace CanaryConsole.Benchmarks;

/// <summary>One look at 1,000 active variants.</summary>
internal static class TickBenchmark
{
    private const double LongestTick = 1.0;
    private const double MostInFlight = 4;
    private const double MostQueries = 500;

    public static async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        await using var console = await MeasuredConsole.StartAsync(cancellationToken);
        var first = await console.TickAsync(cancellationToken);
        for (var i = 0; i < size.WarmUpTicks; i++)
        {
            await console.TickAsync(cancellationToken);
        }

        using var stalls = new StallGauge();
        var ticks = new List<double>(size.SteadyTicks);
        var processorTime = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < size.SteadyTicks; i++)
        {
            ticks.Add((await console.TickAsync(cancellationToken)).TotalSeconds);
        }

        processorTime = Environment.CpuUsage.TotalTime - processorTime;
        EndpointsMustBake(console);
        var metrics = console.Aws.Gauge("GetMetricData");
        return
        [
            new("first tick: 500 endpoints described, an hour of metrics read", first.TotalSeconds, "s"),
            new($"steady tick, median of {ticks.Count}", Quantile.Of(ticks, 0.5), "s"),
            new($"steady tick, longest of {ticks.Count}", ticks.Max(), "s", LongestTick),
            new("steady tick, mean processor time, the fake AWS's included", processorTime.TotalSeconds / ticks.Count, "s"),
            new("meanwhile, longest that an idle thread waited for its turn", stalls.Stop().TotalSeconds, "s"),
            new("GetMetricData calls in flight, most", metrics.MostInFlight, "", MostInFlight),
            new("queries a GetMetricData call, most", console.Aws.MostQueries, "", MostQueries),
        ];
    }

    // A tick over rollouts that have ended would be quick for the wrong reason.
    private static void EndpointsMustBake(MeasuredConsole console)
    {
        var baking = console.Rollouts.Count(rollout => rollout is { Phase: Core.Rollouts.RolloutPhase.Baking, EvidenceMissingSince: null });
        if (baking != BenchmarkSize.Endpoints)
        {
            throw new InvalidOperationException($"Only {baking} of {BenchmarkSize.Endpoints} rollouts bake with evidence.");
        }
    }
}
