using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Story;

/// <summary>One event as a line of the page.</summary>
/// <param name="Hash">Null while the event is not stored.</param>
public sealed record StoryLine(int Version, DateTimeOffset At, string Actor, Badge Kind, string Sentence, string Payload, string? Hash, string? PreviousHash)
{
    /// <summary>What the guardrails had seen when it was decided; none for most events.</summary>
    public IReadOnlyList<GuardrailLine> Evidence { get; init; } = [];
}

/// <summary>One choice of a filter, with how many events it would leave.</summary>
public sealed record StoryChoice(string Value, string Text, int Count);

/// <summary>One page of a story.</summary>
/// <param name="Page">1 for the first.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Matching">How many events the filter lets through, on all pages.</param>
/// <param name="Kinds">Those the story has, by name.</param>
public sealed record StoryView(
    IReadOnlyList<StoryLine> Lines,
    int Page,
    int Pages,
    int Matching,
    int Total,
    IReadOnlyList<StoryChoice> Kinds,
    IReadOnlyList<StoryChoice> Actors)
{
    public const int PageSize = 100;

    /// <param name="page">Clamped to the pages there are.</param>
    public static StoryView Of(RolloutStory story, StoryFilter filter, int page, bool newestFirst)
    {
        var matching = story.Entries.Where(filter.Matches).ToList();
        if (newestFirst)
        {
            matching.Reverse();
        }

        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        return new(
            [.. matching.Skip((shown - 1) * PageSize).Take(PageSize).Select(Line)],
            shown,
            pages,
            matching.Count,
            story.Entries.Count,
            Choices(story, entry => entry.Kind, StoryWords.Kind),
            Choices(story, entry => entry.Recorded.Actor, actor => actor));
    }

    private static StoryLine Line(StoryEntry entry) => new(
        entry.Recorded.Version,
        entry.Recorded.At,
        entry.Recorded.Actor,
        StoryWords.Badge(entry),
        entry.Sentence,
        entry.Payload,
        entry.Stored?.Hash,
        entry.Stored?.PreviousHash)
    {
        Evidence = [.. Assessments(entry.Recorded.Event).Select(assessment => GuardrailLine.Of(assessment))],
    };

    private static IReadOnlyList<GuardrailAssessment> Assessments(RolloutEvent happened) => happened switch
    {
        RolloutEvent.RollbackStarted rollback => rollback.Evidence,
        RolloutEvent.RolloutCompleted completed => completed.Evidence ?? [],
        _ => [],
    };

    private static IReadOnlyList<StoryChoice> Choices(RolloutStory story, Func<StoryEntry, string> value, Func<string, string> text) =>
    [
        .. story.Entries.GroupBy(value, StringComparer.Ordinal)
            .Select(group => new StoryChoice(group.Key, text(group.Key), group.Count()))
            .OrderBy(choice => choice.Text, StringComparer.Ordinal),
    ];
}
