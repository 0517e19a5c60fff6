using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>All that the monitor knows after one tick. Immutable; screens and the hub show the latest.</summary>
/// <param name="Sequence">Rises by one with each snapshot; a gap tells a client to fetch anew.</param>
/// <param name="At">The console's clock when it was made.</param>
/// <param name="FirstTickDone">False until the first tick has run.</param>
/// <param name="Endpoints">By name.</param>
/// <param name="Rollouts">Active ones and the latest finished ones, newest first; at most 200.</param>
public sealed record MonitorSnapshot(
    long Sequence,
    DateTimeOffset At,
    bool FirstTickDone,
    IReadOnlyList<EndpointSnapshot> Endpoints,
    IReadOnlyList<RolloutSnapshot> Rollouts,
    IReadOnlyList<SourceHealth> Sources)
{
    public static MonitorSnapshot Empty { get; } = new(0, default, false, [], [], []);

    public EndpointSnapshot? Endpoint(string name) =>
        Endpoints.FirstOrDefault(endpoint => string.Equals(endpoint.Description.Name, name, StringComparison.Ordinal));

    public RolloutSnapshot? Rollout(RolloutId id) => Rollouts.FirstOrDefault(rollout => rollout.State.Id == id);

    public RolloutSnapshot? ActiveRolloutOn(string endpoint) => Rollouts.FirstOrDefault(rollout =>
        !rollout.State.IsFinished && string.Equals(rollout.State.Plan.Endpoint, endpoint, StringComparison.Ordinal));
}

/// <summary>One endpoint with its recent metrics.</summary>
/// <param name="DescribedAt">When the description was read; older than the tick when the cloud did not answer.</param>
/// <param name="Variants">One per variant of the description, in its order, then those that left lately and still have windows.</param>
public sealed record EndpointSnapshot(EndpointDescription Description, DateTimeOffset DescribedAt, IReadOnlyList<VariantHistory> Variants)
{
    /// <summary>During a guardrail deployment, the old and the new fleet of the variant each on its own; their windows are in the variant's too.</summary>
    public IReadOnlyList<VariantHistory> Fleets { get; init; } = [];

    public VariantHistory? Fleet(string variant, string configName) =>
        Fleets.FirstOrDefault(history => string.Equals(history.Variant, FleetKey.Of(variant, configName), StringComparison.Ordinal));

    public VariantHistory? History(string variant) =>
        Variants.FirstOrDefault(history => string.Equals(history.Variant, variant, StringComparison.Ordinal));
}

/// <summary>A variant's windows, ascending, about the last hour or since its rollout began, at most 1,500.</summary>
/// <param name="ReadAt">When they were last read whole; null if never.</param>
/// <param name="Problem">Why the last read was not whole; null when it was.</param>
public sealed record VariantHistory(string Variant, IReadOnlyList<MetricWindow> Windows, DateTimeOffset? ReadAt, string? Problem)
{
    /// <summary>How late windows came or changed in the last half hour; null where none did.</summary>
    public WindowLag? Lag { get; init; }
}

/// <summary>One rollout with what its guardrails say and what has happened.</summary>
/// <param name="Assessments">One per guardrail of the plan, in its order; empty before traffic moves.</param>
/// <param name="Events">The whole stream, ascending.</param>
/// <param name="Activity">What the console is doing or waiting for right now, as a sentence; null when there is nothing to say.</param>
public sealed record RolloutSnapshot(
    RolloutState State,
    IReadOnlyList<GuardrailAssessment> Assessments,
    IReadOnlyList<RecordedRolloutEvent> Events,
    string? Activity)
{
    /// <summary>What was last found of all that a step needs, with what the endpoint itself shows; null before the first look, and once it is over.</summary>
    public ReadinessReport? Readiness { get; init; }

    /// <summary>What the shadow stage shows now; null outside one, and before its first metrics.</summary>
    public ShadowSight? Shadow { get; init; }
}

/// <summary>Whether something the monitor depends on answers.</summary>
/// <param name="FailingSince">Null while it answers.</param>
public sealed record SourceHealth(string Name, DateTimeOffset? LastSuccess, DateTimeOffset? FailingSince, string? Problem);
