using CanaryConsole.Benchmarks.Cloud;
using CanaryConsole.Benchmarks.Engine;
using CanaryConsole.Benchmarks.Report;

namespace CanaryConsole.Benchmarks;

/// <summary>From the response that proves a breach, as it leaves the fake AWS, to the weights request, as it arrives there; among all the other active rollouts.</summary>
internal static class BreachBenchmark
{
    private const double LongestReaction = 250;

    public static async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        await using var console = await MeasuredConsole.StartAsync(cancellationToken);
        for (var i = 0; i <= size.WarmUpTicks; i++)
        {
            await console.TickAsync(cancellationToken);
        }

        using var stalls = new StallGauge();
        var reactions = new List<double>();
        var readBack = new List<FakeEndpoint>();
        for (var tick = 0; tick < size.BreachTicks + 1; tick++)
        {
            var failing = Enumerable.Range(0, BenchmarkSize.BreachesAtOnce).Select(lane => Victim(console, tick, lane)).ToList();
            failing.ForEach(endpoint => endpoint.Fail(console.NewestWindows()));
            await console.TickAsync(cancellationToken);

            // The first breaches run code that has never run before; no console is in that state for long.
            if (tick > 0)
            {
                reactions.AddRange(failing.Select(Reaction));
            }

            // This tick has read back the breaches of the one before: those endpoints get their next rollout.
            readBack.ForEach(console.Recover);
            await console.BeginAsync(readBack, cancellationToken);
            readBack = failing;
        }

        return
        [
            new($"from proof of a breach to the weights request, p50 of {reactions.Count}", Quantile.Of(reactions, 0.5), "ms"),
            new($"from proof of a breach to the weights request, p99 of {reactions.Count}", Quantile.Of(reactions, 0.99), "ms", LongestReaction),
            new($"from proof of a breach to the weights request, longest of {reactions.Count}", reactions.Max(), "ms"),
            new("meanwhile, longest that an idle thread waited for its turn", stalls.Stop().TotalMilliseconds, "ms"),
        ];
    }

    // Spread over the account, so that proofs come in early and late calls of a tick.
    private static FakeEndpoint Victim(MeasuredConsole console, int tick, int lane) =>
        console.Account.Endpoints[((lane * BenchmarkSize.Endpoints / BenchmarkSize.BreachesAtOnce) + (tick * 37)) % BenchmarkSize.Endpoints];

    private static double Reaction(FakeEndpoint endpoint) => endpoint.Stamps is ({ } proofSent, { } weightsAsked)
        ? TimeProvider.System.GetElapsedTime(proofSent, weightsAsked).TotalMilliseconds
        : throw new InvalidOperationException($"The breach on {endpoint.Name} was not acted on within its tick.");
}
