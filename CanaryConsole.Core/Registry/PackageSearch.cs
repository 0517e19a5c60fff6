using System.Globalization;
using System.Text;

namespace CanaryConsole.Core.Registry;

/// <summary>
/// A search as people write it: "label:value" terms and free words, all of which must hold. run:, commit: and data: stand for the lineage's keys, status:,
/// version:, from: and before: for what SageMaker keeps; any other label is the key of a metadata property or tag. A value with spaces goes in quotes.
/// </summary>
/// <param name="Problem">A sentence where a term makes no sense; the terms are then none.</param>
public sealed record PackageSearch(IReadOnlyList<PackageTerm> Terms, string? Problem)
{
    public const int LongestText = 200;

    private const int LongestKey = 128;

    /// <param name="text">Null and blank search nothing.</param>
    /// <param name="runIdKey">What run: stands for.</param>
    public static PackageSearch Read(string? text, string runIdKey)
    {
        if (text?.Length > LongestText)
        {
            return Faulty($"The search has {text.Length} characters; it may have {LongestText}.");
        }

        var terms = new List<PackageTerm>();
        foreach (var (label, value) in Words(text ?? ""))
        {
            switch (Term(label, value, runIdKey))
            {
                case (var term, null):
                    terms.Add(term!); // Never null beside no problem.
                    break;
                case var (_, problem):
                    return Faulty(problem);
            }
        }

        return terms.Count > PackageQuery.MostTerms
            ? Faulty($"The search has {terms.Count} terms; it may have {PackageQuery.MostTerms}.")
            : new PackageSearch(terms, null);
    }

    private static (PackageTerm? Term, string? Problem) Term(string? label, string value, string runIdKey)
    {
        if (label is null)
        {
            return (new PackageTerm.Mentions(value), null);
        }

        if (value.Length == 0)
        {
            return (null, $"{label}: needs a value, as in {label}:{Example(label)}.");
        }

        return label.ToLowerInvariant() switch
        {
            "run" => (new PackageTerm.Carries(runIdKey, value), null),
            "commit" => (new PackageTerm.Carries("git_commit", value), null),
            "data" => (new PackageTerm.Carries("data_version", value), null),
            "status" => Approval(value) is { } approval
                ? (new PackageTerm.HasApproval(approval), null)
                : (null, $"status: is \"{value}\"; it must be approved, pending or rejected."),
            "version" => int.TryParse(value.TrimStart('v', 'V'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
                ? (new PackageTerm.IsVersion(version), null)
                : (null, $"version: is \"{value}\"; it must be a number from 1, as in version:12."),
            "from" => Day(value) is { } from
                ? (new PackageTerm.RegisteredFrom(from), null)
                : (null, $"from: is \"{value}\"; it must be a day, as in from:2026-11-01."),
            "before" => Day(value) is { } before
                ? (new PackageTerm.RegisteredBefore(before), null)
                : (null, $"before: is \"{value}\"; it must be a day, as in before:2026-11-01."),
            _ when label.Length > LongestKey => (null, $"A label has {label.Length} characters; a key has at most {LongestKey}."),
            _ => (new PackageTerm.Carries(label, value), null),
        };
    }

    /// <summary>"approved", "pending" or "rejected"; null for any other word.</summary>
    public static ModelApproval? Approval(string? word) => word?.ToLowerInvariant() switch
    {
        "approved" => ModelApproval.Approved,
        "pending" or "pendingmanualapproval" => ModelApproval.PendingManualApproval,
        "rejected" => ModelApproval.Rejected,
        _ => null,
    };

    private static DateTimeOffset? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : null;

    private static string Example(string label) => label.ToLowerInvariant() switch
    {
        "run" => "run-20261118",
        "commit" => "9f3c2e1",
        "data" => "events@2026-11-18",
        "status" => "approved",
        "version" => "12",
        "from" or "before" => "2026-11-01",
        _ => "value",
    };

    private static PackageSearch Faulty(string problem) => new([], problem);

    // A colon inside quotes, or at a word's start or within an address, parts nothing.
    private static IEnumerable<(string? Label, string Value)> Words(string text)
    {
        var word = new StringBuilder();
        string? label = null;
        var (quoted, started) = (false, false);
        foreach (var letter in text + " ")
        {
            switch (letter)
            {
                case '"':
                    (quoted, started) = (!quoted, true);
                    break;
                case ':' when !quoted && label is null && word.Length > 0 && !word.Equals("s3"):
                    (label, started) = (word.ToString(), true);
                    word.Clear();
                    break;
                case var space when char.IsWhiteSpace(space) && !quoted:
                    if (started && (label is not null || word.Length > 0))
                    {
                        yield return (label, word.ToString());
                    }

                    word.Clear();
                    (label, started) = (null, false);
                    break;
                default:
                    word.Append(letter);
                    started = true;
                    break;
            }
        }

        // Quotes that were never closed hold all that follows them.
        if (quoted && (label is not null || word.Length > 0))
        {
            yield return (label, word.ToString().TrimEnd());
        }
    }
}
