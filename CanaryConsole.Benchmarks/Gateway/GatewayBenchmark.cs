using CanaryConsole.Benchmarks.Report;

namespace CanaryConsole.Benchmarks.Gateway;

/// <summary>
/// What the gateway adds to an invocation: a loopback runtime asked directly, through a bare signing proxy and through the gateway, in turns of half a second, so that whatever else the machine
/// does falls on all three. Client, gateway and runtime share the cores. Quantiles are those of one turn, and what is shown is the median of the turns: a machine that stands still for a moment
/// spoils one turn. Added is the quantile of one way minus the same quantile of the other, round by round, and the median of that.
/// </summary>
internal static class GatewayBenchmark
{
    private const int PerSecond = 2_000;
    private const int Large = 64 * 1024;
    private const double MostAddedMedian = 0.3;
    private const double MostAddedTail = 2;
    private const double LeastSustained = 5_000;
    private const double LeastLarge = 1_500;
    private const double MostMegabytes = 512;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(0.5);

    public static async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        await using var runtime = await LoopbackRuntime.StartAsync(cancellationToken);
        await using var bare = await BareProxy.StartAsync(runtime.Root, cancellationToken);
        await using var gateway = await MeasuredGateway.StartAsync(runtime.Root, cancellationToken);
        using var memory = new MemoryGauge();
        var rounds = size.SteadyTicks;
        var paced = await PacedAsync([runtime.Address, bare.Address, gateway.Address], size.WarmUpTicks, rounds, cancellationToken);
        var small = await SustainedAsync([runtime.Address, bare.Address, gateway.Address], 1024, rounds / 4, cancellationToken);
        var large = await SustainedAsync([runtime.Address, bare.Address, gateway.Address], Large, rounds / 4, cancellationToken);
        if (gateway.Counted() == 0)
        {
            throw new InvalidOperationException("The gateway counted nothing: what was measured did not pass it.");
        }

        return
        [
            .. Quantiles("directly", paced[0]),
            .. Quantiles("through a bare signing proxy", paced[1]),
            .. Quantiles("through the gateway", paced[2]),
            new("added by the gateway over asking directly, p50", Added(paced[2], paced[0], 0.5), "ms", MostAddedMedian),
            new("added by the gateway over asking directly, p99", Added(paced[2], paced[0], 0.99), "ms", MostAddedTail),
            new("added by the gateway over the bare proxy, p50", Added(paced[2], paced[1], 0.5), "ms"),
            new("added by the gateway over the bare proxy, p99", Added(paced[2], paced[1], 0.99), "ms"),
            new("1 KB a second sustained, directly", small[0], ""),
            new("1 KB a second sustained, through a bare signing proxy", small[1], ""),
            new("1 KB a second sustained, through the gateway", small[2], "") { Least = LeastSustained },
            new("64 KB a second sustained, directly", large[0], ""),
            new("64 KB a second sustained, through a bare signing proxy", large[1], ""),
            new("64 KB a second sustained, through the gateway", large[2], "") { Least = LeastLarge },
            new("managed memory at its highest: client, proxies, runtime", memory.Stop(), "MB", MostMegabytes),
        ];
    }

    private static async Task<List<IReadOnlyList<double>>[]> PacedAsync(Uri[] addresses, int warmUp, int rounds, CancellationToken cancellationToken)
    {
        var loads = addresses.Select(address => new InvocationLoad(address)).ToList();
        var measured = addresses.Select(_ => new List<IReadOnlyList<double>>()).ToArray();
        for (var round = -warmUp; round < rounds; round++)
        {
            for (var one = 0; one < loads.Count; one++)
            {
                var (milliseconds, _) = await loads[one].RunAsync(PerSecond, Turn, cancellationToken);
                if (round >= 0)
                {
                    measured[one].Add(milliseconds);
                }
            }
        }

        loads.ForEach(load => load.Dispose());
        return measured;
    }

    /// <summary>The best of the turns: another process that takes the cores for a while says nothing of what can be sustained on them.</summary>
    private static async Task<double[]> SustainedAsync(Uri[] addresses, int bodyBytes, int rounds, CancellationToken cancellationToken)
    {
        var best = new double[addresses.Length];
        for (var round = 0; round < rounds; round++)
        {
            for (var one = 0; one < addresses.Length; one++)
            {
                best[one] = Math.Max(best[one], await new RawLoad(addresses[one], bodyBytes).RunAsync(Turn, cancellationToken));
            }
        }

        return best;
    }

    private static IEnumerable<Measurement> Quantiles(string how, List<IReadOnlyList<double>> turns) =>
    [
        new($"1 KB at {PerSecond} a second {how}, p50", Median(turns.Select(turn => Quantile.Of(turn, 0.5))), "ms"),
        new($"1 KB at {PerSecond} a second {how}, p99", Median(turns.Select(turn => Quantile.Of(turn, 0.99))), "ms"),
    ];

    private static double Added(List<IReadOnlyList<double>> one, List<IReadOnlyList<double>> other, double part) =>
        Median(one.Zip(other).Select(round => Quantile.Of(round.First, part) - Quantile.Of(round.Second, part)));

    private static double Median(IEnumerable<double> values) => Quantile.Of([.. values], 0.5);
}
