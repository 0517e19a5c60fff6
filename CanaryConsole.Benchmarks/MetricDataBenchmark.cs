using System.Text.Json;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Benchmarks.Report;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Protocol;
using Measurement = CanaryConsole.Benchmarks.Report.Measurement;

namespace CanaryConsole.Benchmarks;

/// <summary>The sandbox's metrics: what a console's look at them takes, and what they hold.</summary>
internal static class MetricDataBenchmark
{
    private const double LongestRead = 20;
    private const double MostMegabytes = 300;
    private const int Variants = 200;

    private static readonly DateTimeOffset Now = new(2026, 1, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string Metric, string Stat)[] Asked =
    [
        ("Invocations", "Sum"), ("Invocation5XXErrors", "Average"), ("Invocation4XXErrors", "Sum"), ("InvocationModelErrors", "Sum"),
        ("ModelLatency", "p50"), ("ModelLatency", "p99"), ("ModelLatency", "Average"), ("OverheadLatency", "p99"),
    ];

    public static Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        var (store, held) = Fill(size, cancellationToken);
        var simulation = new Simulation(new World(new SandboxOptions(), store), [], new StandingClock(Now), TimeSpan.Zero);
        AwsOperations.Table().TryFind("GraniteServiceVersion20100801.GetMetricData", out var operation);
        var mixed = Time(simulation, operation!, Request(i => Asked[i % Asked.Length]), cancellationToken);
        var ranked = Time(simulation, operation!, Request(_ => ("ModelLatency", "p99")), cancellationToken);
        return Task.FromResult<IReadOnlyList<Measurement>>(
        [
            new($"sandbox: {Variants} variants, 15 days of minutes and 3 h of ten seconds{(size == BenchmarkSize.Short ? ", reckoned from a tenth" : "")}", held, "MB", MostMegabytes),
            new("sandbox: GetMetricData, 500 queries over an hour of minutes, median", Quantile.Of(mixed, 0.5), "ms", LongestRead),
            new("sandbox: the same, longest", mixed.Max(), "ms"),
            new("sandbox: GetMetricData, 500 times p99 over an hour of minutes, median", Quantile.Of(ranked, 0.5), "ms"),
        ]);
    }

    // Three hours are held twice, in minutes and in ten seconds; every hour before them counts the same, so that a tenth of the days tells of all.
    private static (MetricStore Store, double Megabytes) Fill(BenchmarkSize size, CancellationToken cancellationToken)
    {
        var all = MetricSeries.CoarseRetention;
        var filled = size == BenchmarkSize.Short ? all / 10 : all;
        var newest = Held(MetricSeries.FineRetention, cancellationToken).Megabytes;
        var (store, held) = Held(filled, cancellationToken);
        return (store, newest + ((held - newest) * ((all - MetricSeries.FineRetention) / (filled - MetricSeries.FineRetention))));
    }

    private static (MetricStore Store, double Megabytes) Held(TimeSpan span, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var store = MetricDataFill.Store(Now, Variants, span, cancellationToken);
        return (store, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6);
    }

    private static List<double> Time(
        Simulation simulation, Func<ReadOnlyMemory<byte>, Simulation, byte[]> operation, byte[] request, CancellationToken cancellationToken)
    {
        const int WarmUp = 60;
        var taken = new List<double>();
        for (var i = 0; i < WarmUp + 60; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = TimeProvider.System.GetTimestamp();
            var answer = operation(request, simulation);
            if (i >= WarmUp)
            {
                taken.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            }

            MustBeFull(answer);
        }

        return taken;
    }

    // An answer without its 30,000 datapoints would be quick for the wrong reason.
    private static void MustBeFull(byte[] answer)
    {
        var results = JsonSerializer.Deserialize<GetMetricDataResponse>(answer, AwsJson.Options)!.MetricDataResults!;
        if (results.Count != 500 || results.Any(result => result.Values!.Count != 60))
        {
            throw new InvalidOperationException("GetMetricData did not answer 500 queries with 60 datapoints each.");
        }
    }

    private static byte[] Request(Func<int, (string Metric, string Stat)> asked) => JsonSerializer.SerializeToUtf8Bytes(
        new GetMetricDataRequest
        {
            StartTime = Now.UtcDateTime.AddHours(-1),
            EndTime = Now.UtcDateTime,
            MetricDataQueries = [.. Enumerable.Range(0, 500).Select(i => Query(i, asked(i)))],
        },
        AwsJson.Options);

    private static MetricDataQuery Query(int i, (string Metric, string Stat) asked) => new()
    {
        Id = $"q{i}",
        MetricStat = new MetricStat
        {
            Metric = new Metric
            {
                Namespace = "AWS/SageMaker",
                MetricName = asked.Metric,
                Dimensions =
                [
                    new Dimension { Name = "EndpointName", Value = MetricDataFill.Endpoint },
                    new Dimension { Name = "VariantName", Value = MetricDataFill.Variant(i / Asked.Length % Variants) },
                ],
            },
            Period = 60,
            Stat = asked.Stat,
        },
    };

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
