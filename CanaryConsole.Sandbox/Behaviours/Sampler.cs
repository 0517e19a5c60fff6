using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>Draws what one request experiences.</summary>
internal sealed class Sampler(Dice dice)
{
    private static readonly TimeSpan Overhead = TimeSpan.FromMilliseconds(3);

    public RequestOutcome Sample(Behaviour behaviour) => Outcome(behaviour.LatencyAt(dice.Normal(), 1 - dice.Uniform()), behaviour);

    /// <summary>A request whose work is known: its latency on the reference model, made slower or faster as the behaviour is at the same percentile.</summary>
    public RequestOutcome Sample(Behaviour behaviour, Behaviour reference, TimeSpan onReference)
    {
        var (normal, tail) = (dice.Normal(), 1 - dice.Uniform());
        return Outcome(onReference * (behaviour.LatencyAt(normal, tail) / reference.LatencyAt(normal, tail)), behaviour);
    }

    private RequestOutcome Outcome(TimeSpan latency, Behaviour behaviour) =>
        new(latency, Overhead * (0.9 + (0.2 * dice.Uniform())), dice.Uniform() < behaviour.ErrorRate);
}
