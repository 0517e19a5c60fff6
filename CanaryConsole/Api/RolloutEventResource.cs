using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>One event of a rollout.</summary>
/// <param name="Kind">The event's name, as ?kind= takes it.</param>
/// <param name="Actor">Who: a person, "api", or "monitor".</param>
/// <param name="Sentence">What happened, in plain words.</param>
/// <param name="Event">The same for programs; "$type" says which event it is.</param>
/// <param name="PreviousHash">Of the event before; absent while the event waits to be stored.</param>
/// <param name="Hash">SHA-256 of the event as stored, the previous hash included; absent while it waits to be stored.</param>
internal sealed record RolloutEventResource(
    int Version,
    DateTimeOffset At,
    string Kind,
    string Actor,
    string Sentence,
    RolloutEvent Event,
    string? PreviousHash,
    string? Hash)
{
    public static RolloutEventResource Of(StoryEntry entry) => new(
        entry.Recorded.Version,
        entry.Recorded.At,
        entry.Kind,
        entry.Recorded.Actor,
        entry.Sentence,
        entry.Recorded.Event,
        entry.Stored?.PreviousHash,
        entry.Stored?.Hash);
}

/// <summary>Events of a rollout, oldest first.</summary>
/// <param name="Matching">How many events the filter lets through, here and on the pages that follow; those before ?after= not counted.</param>
/// <param name="Next">Give this as ?after= for the page that follows; absent when this is all.</param>
internal sealed record RolloutEventList(IReadOnlyList<RolloutEventResource> Events, int Matching, int? Next);
