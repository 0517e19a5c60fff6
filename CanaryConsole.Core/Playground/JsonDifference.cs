namespace CanaryConsole.Core.Playground;

/// <summary>Where two JSON answers differ, by path.</summary>
/// <param name="Changes">In the order of the first answer, then what only the second has; at most 200.</param>
/// <param name="Same">How many values are the same, numbers within the tolerance.</param>
/// <param name="IsCut">There are more differences than are listed.</param>
/// <param name="Problem">Why the two cannot be compared; null when they were.</param>
public sealed record JsonDifference(IReadOnlyList<JsonChange> Changes, int Same, bool IsCut, string? Problem)
{
    public bool AreSame => Problem is null && Changes.Count == 0;
}

/// <summary>One difference.</summary>
/// <param name="Path">As RFC 9535 writes it, as in <c>$.predictions[0].score</c>.</param>
/// <param name="Before">The first answer's value as JSON, shortened to 200 characters; null for what was added.</param>
/// <param name="After">The second's; null for what was removed.</param>
/// <param name="By">Second less first, where both are numbers.</param>
public sealed record JsonChange(string Path, JsonChangeKind Kind, string? Before, string? After, double? By = null);

public enum JsonChangeKind
{
    Changed,
    Added,
    Removed,
}
