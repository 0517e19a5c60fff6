using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Live;

/// <summary>What the hub sends. Everything in it may be applied twice: endpoints and rollouts replace, windows go by their start, events by their version.</summary>
/// <param name="Sequence">Of the snapshot it brings the client to.</param>
/// <param name="Since">Of the snapshot it builds on: a client that stands before it has a gap and asks for GetSnapshot. 0 for a whole picture.</param>
/// <param name="Rollouts">Only those that changed; in a whole picture all that the monitor watches.</param>
internal sealed record LiveMessage(
    long Sequence,
    long Since,
    DateTimeOffset At,
    bool Ready,
    IReadOnlyList<LiveEndpoint> Endpoints,
    IReadOnlyList<string> EndpointNames,
    IReadOnlyList<LiveRollout> Rollouts,
    IReadOnlyList<SourceHealth> Sources);

/// <summary>An endpoint that changed, or one of a whole picture.</summary>
internal sealed record LiveEndpoint(string Name, EndpointStatus Status, DateTimeOffset DescribedAt, string? FailureReason, IReadOnlyList<LiveVariant> Variants);

/// <param name="Windows">New or corrected ones; in a whole picture the latest.</param>
internal sealed record LiveVariant(string Name, string Model, double CurrentWeight, double DesiredWeight, Percentage Share, int Instances, IReadOnlyList<MetricWindow> Windows, string? Problem);

/// <param name="Events">New ones; in a whole picture the latest.</param>
internal sealed record LiveRollout(
    RolloutId Id,
    string Endpoint,
    RolloutPhase Phase,
    DateTimeOffset PhaseSince,
    int Step,
    Percentage ChallengerShare,
    DateTimeOffset? WeightsConfirmedAt,
    DateTimeOffset? BakeEnds,
    string? Reason,
    string? Activity,
    IReadOnlyList<GuardrailAssessment> Assessments,
    IReadOnlyList<LiveEvent> Events);

internal sealed record LiveEvent(int Version, DateTimeOffset At, string Actor, string Sentence);
