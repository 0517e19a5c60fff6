namespace CanaryConsole.Core.Rollouts;

/// <summary>Which events of a story are wanted; what is left open lets everything through.</summary>
/// <param name="Kinds">Names on the wire, as in "stepStarted"; none for all.</param>
/// <param name="Actor">Exactly this actor, whatever its case.</param>
/// <param name="From">Not before this moment.</param>
/// <param name="To">Not after this moment.</param>
/// <param name="Text">Somewhere in the sentence, the kind or the actor, whatever its case.</param>
public sealed record StoryFilter(
    IReadOnlyList<string> Kinds,
    string? Actor = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Text = null)
{
    public static StoryFilter All { get; } = new([]);

    public bool Matches(StoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (Kinds.Count == 0 || Kinds.Contains(entry.Kind, StringComparer.Ordinal))
            && (Actor is null || string.Equals(Actor, entry.Recorded.Actor, StringComparison.OrdinalIgnoreCase))
            && (From is not { } from || entry.Recorded.At >= from)
            && (To is not { } to || entry.Recorded.At <= to)
            && (Text is null || Says(entry.Sentence) || Says(entry.Kind) || Says(entry.Recorded.Actor));
    }

    private bool Says(string text) => text.Contains(Text!, StringComparison.OrdinalIgnoreCase);
}
