using CanaryConsole.Benchmarks.Report;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>The guard against the published rules, on the same streams: how often each rolls a healthy challenger back, and when it sees a bad one.</summary>
internal static class GuardBenchmark
{
    public static Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        var (guard, measured) = (GuardSize.Of(size), new List<Measurement>());
        measured.AddRange(UpdateRate.Measure(guard.Updates));
        measured.AddRange(GatewayStep.Measure(guard.FineStreams, cancellationToken));
        foreach (var section in (Func<GuardSize, CancellationToken, (string Table, IReadOnlyList<Measurement> Bars)>[])
        [
            ErrorSections.FalseRollbacks, ErrorSections.FalseRollbacksAtTenSeconds, ErrorSections.AtTheLimit, ErrorSections.Detection, ErrorSections.DetectionAtTenSeconds,
            ErrorSections.AfterHealth, ErrorSections.Ramp, LatencySections.FalseRollbacks, LatencySections.Detection,
        ])
        {
            var (table, bars) = section(guard, cancellationToken);
            Console.WriteLine(table);
            measured.AddRange(bars);
        }

        return Task.FromResult<IReadOnlyList<Measurement>>(measured);
    }
}
