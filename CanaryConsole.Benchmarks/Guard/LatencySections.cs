using CanaryConsole.Benchmarks.Report;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>The tables about a latency percentile, with the figures expected. q is the part of the requests slower than the limit; 1 % is allowed.</summary>
internal static class LatencySections
{
    private const int Day = 86_400;
    private const int Minutes = 1_440;
    private const double P99 = 0.99;
    private const double None = double.NaN;

    private static readonly int[] Rates = [1, 10, 100];

    public static (string Table, IReadOnlyList<Measurement> Bars) FalseRollbacks(GuardSize size, CancellationToken cancellationToken) =>
        new Section("p99 guard: false rollbacks in 24 h", ["q = 0.5 %", "q = 1 % exactly"], Rates, (column, rate) => At(column == 0 ? 0.005 : 0.01, rate)).Run(
        [
            new(LatencyRules.Once, [100, 100, 0.1, 100, 100, 100]),
            new(LatencyRules.Consecutive, [100, 5, 0, 100, 100, 100]),
            new(LatencyRules.Alarm, [100, 94, 0, 100, 100, 100]),
            new(LatencyRules.Interval, [99.6, 8, 0, 100, 100, 100]),
            new(EvidenceRules.Slow(P99, Minutes), [0, 0, 0, 0.2, 0.1, 0]) { Barred = [0, 1] },
            new(EvidenceRules.SlowBits(P99, Minutes), [0, 0, 0, 0.8, 0.8, 1.1]) { Barred = [0, 1], MostStreams = size.BitStreams },
            new(EvidenceRules.RobustSlow(P99, Minutes), [0, 0, 0, 0.4, 0.3, 0.1]) { Barred = [0, 1] },
        ],
        size.Streams, seed: 4_500, cancellationToken);

    public static (string Table, IReadOnlyList<Measurement> Bars) Detection(GuardSize size, CancellationToken cancellationToken) =>
        new Section("p99 guard: seconds to see a step at the start", ["q = 2 %", "q = 5 %"], Rates, (column, rate) => At(column == 0 ? 0.02 : 0.05, rate)) { ChangeAt = 0 }.Run(
        [
            new(LatencyRules.Once, [60, 60, 60, None, 60, None]),
            new(LatencyRules.Consecutive, [300, 180, 180, None, 180, None]),
            new(LatencyRules.Alarm, [180, 180, 180, None, 180, None]),
            new(LatencyRules.Interval, [360, 60, 60, None, 60, None]),
            new(EvidenceRules.Slow(P99, Minutes), [1_740, 180, 60, None, 60, None]) { Barred = [0, 1] },
            new(EvidenceRules.SlowBits(P99, Minutes), [3_000, 360, 420, None, 360, None]) { Barred = [0, 1], MostStreams = size.BitStreams },
            new(EvidenceRules.RobustSlow(P99, Minutes), [1_680, 660, 660, None, 300, None]) { Barred = [0, 1] },
        ],
        size.Streams, seed: 4_550, cancellationToken);

    private static Traffic At(double slow, int rate) => Traffic.Steady(60, Day, rate, slow, slow);
}
