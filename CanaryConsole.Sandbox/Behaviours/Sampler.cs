using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>Draws what one request experiences.</summary>
internal sealed class Sampler(Dice dice)
{
    private static readonly TimeSpan Overhead = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan Refusal = TimeSpan.FromMilliseconds(1);

    /// <summary>The time a model needs for one request by nature.</summary>
    public TimeSpan Work(Behaviour behaviour) => behaviour.LatencyAt(dice.Normal(), 1 - dice.Uniform());

    /// <summary>The time for a request whose work is known: its latency on the reference model, made slower or faster as the behaviour is at the same percentile.</summary>
    public TimeSpan Work(Behaviour behaviour, Behaviour reference, TimeSpan onReference)
    {
        var (normal, tail) = (dice.Normal(), 1 - dice.Uniform());
        var usual = reference.LatencyAt(normal, tail);
        return usual > TimeSpan.Zero ? onReference * (behaviour.LatencyAt(normal, tail) / usual) : onReference;
    }

    public RequestOutcome Sample(Behaviour behaviour) => Outcome(Work(behaviour), behaviour.ErrorRate);

    /// <param name="work">The time the request needs under the conditions of the moment.</param>
    /// <param name="load">How many requests are offered at a time, on average.</param>
    /// <param name="servers">How many can be worked on at a time.</param>
    public RequestOutcome Sample(TimeSpan work, double errorRate, double load, int servers)
    {
        var rho = load / servers;
        if (Queueing.Excess(rho) is > 0 and var excess && dice.Uniform() is var luck && luck < excess)
        {
            return luck < excess * Queueing.TimedOut ? TimedOut() : RequestOutcome.Of(Refusal, SomeOverhead(), 503);
        }

        return Outcome(work * Queueing.Growth(rho, servers), errorRate);
    }

    /// <summary>A share of the requests that were answered are refused as the client's mistake instead.</summary>
    public RequestOutcome Refuse(RequestOutcome outcome, double share) => !outcome.IsModelError && dice.Uniform() < share
        ? RequestOutcome.Of(outcome.ModelLatency, outcome.OverheadLatency, 400)
        : outcome;

    private RequestOutcome Outcome(TimeSpan latency, double errorRate) =>
        latency < Behaviour.Slowest ? new(latency, SomeOverhead(), dice.Uniform() < errorRate) : TimedOut();

    private RequestOutcome TimedOut() => RequestOutcome.Of(Behaviour.Slowest, SomeOverhead(), 0);

    private TimeSpan SomeOverhead() => Overhead * (0.9 + (0.2 * dice.Uniform()));
}
