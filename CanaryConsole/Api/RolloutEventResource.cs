using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>One event of a rollout.</summary>
/// <param name="Actor">Who: a person, "api", or "monitor".</param>
/// <param name="Sentence">What happened, in plain words.</param>
/// <param name="Event">The same for programs; "$type" says which event it is.</param>
internal sealed record RolloutEventResource(int Version, DateTimeOffset At, string Actor, string Sentence, RolloutEvent Event)
{
    public static RolloutEventResource Of(RecordedRolloutEvent recorded, RolloutPlan plan) =>
        new(recorded.Version, recorded.At, recorded.Actor, Journal.Sentence(recorded.Event, plan), recorded.Event);
}

internal sealed record RolloutEventList(IReadOnlyList<RolloutEventResource> Events);
