using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Everything that happened to a rollout, as it was told and as it is stored.</summary>
/// <param name="Entries">Ascending by version.</param>
/// <param name="Broken">What is wrong with the hash chain of the stored events, one sentence each; empty when it is as it was written.</param>
/// <param name="Problem">Why the stored form could not be read; null when it could. The entries then come from memory, without hashes.</param>
public sealed record RolloutStory(RolloutId Id, RolloutPlan Plan, IReadOnlyList<StoryEntry> Entries, IReadOnlyList<string> Broken, string? Problem);

/// <summary>One event of a story.</summary>
/// <param name="Kind">The event's name on the wire, as in "stepStarted".</param>
/// <param name="Sentence">What happened, in plain words.</param>
/// <param name="Payload">The event as JSON; once stored, the very text that the hash covers.</param>
/// <param name="Stored">Null while the event waits for a store that cannot be written.</param>
public sealed record StoryEntry(RecordedRolloutEvent Recorded, string Kind, string Sentence, string Payload, StoredEvent? Stored);
