using CanaryConsole.Core.Reviews;

namespace CanaryConsole.Presentation.Wizard;

/// <summary>A plan's changes and a dry run's findings in words, signs and colours.</summary>
internal static class ReviewWords
{
    /// <summary>What is done to a resource: a word, a sign, and the class that colours it.</summary>
    public static (string Word, string Sign, string Look) Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => ("Makes", "+", "made"),
        ChangeKind.Change => ("Changes", "~", "changed"),
        ChangeKind.Remove => ("Removes", "−", "removed"),
    };

    /// <summary>Line by line: what goes, then what will be, with what stays among it.</summary>
    public static IEnumerable<(string Look, string? Word, string Text)> Lines(PlannedChange change)
    {
        var (before, after) = (Split(change.Before), Split(change.After));
        foreach (var line in before.Except(after, StringComparer.Ordinal))
        {
            yield return ("del", "before", line);
        }

        foreach (var line in after)
        {
            yield return before.Contains(line, StringComparer.Ordinal) ? ("kept", null, line) : ("ins", "after", line);
        }
    }

    private static string[] Split(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static Badge Of(DryRunResult result) => result switch
    {
        DryRunResult.Passed => new("passed", Tone.Good, Glyph.Check),
        DryRunResult.Warned => new("warning", Tone.Warn, Glyph.Alert),
        DryRunResult.Failed => new("failed", Tone.Bad, Glyph.Cross),
        DryRunResult.Unknown => new("cannot tell", Tone.Idle, Glyph.EyeOff),
    };

    public static Badge Of(DryRunReport report) => report.Passed ? new("everything is there", Tone.Good, Glyph.Check) : new("not ready", Tone.Bad, Glyph.Cross);
}
