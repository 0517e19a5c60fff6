using CanaryConsole.Core.Serving;

namespace CanaryConsole.Core.Endpoints;

/// <summary>What happened to an endpoint outside any rollout, in the past tense. Names on the wire are kept for ever.</summary>
internal abstract record EndpointEvent
{
    private EndpointEvent()
    {
    }

    /// <summary>Intent: weights by hand are about to be asked for.</summary>
    /// <param name="Before">What was read right before.</param>
    /// <param name="Models">Which model each variant ran then; none in streams of older consoles.</param>
    public sealed record WeightsRequested(
        IReadOnlyList<VariantWeight> Before, IReadOnlyList<VariantWeight> Requested, IReadOnlyDictionary<string, string>? Models = null) : EndpointEvent;

    /// <summary>The cloud did not take them.</summary>
    public sealed record WeightsRefused(IReadOnlyList<VariantWeight> Requested, string Reason) : EndpointEvent;

    /// <summary>Read by the monitor: a split of the traffic that no other event says was read.</summary>
    /// <param name="NotBefore">Until then another split was still read; null when none had been.</param>
    public sealed record ServingSeen(IReadOnlyList<ServedVariant> Variants, DateTimeOffset? NotBefore) : EndpointEvent;
}

/// <summary>An endpoint's event with its place in the stream.</summary>
internal sealed record RecordedEndpointEvent(int Version, DateTimeOffset At, string Actor, EndpointEvent Event);
