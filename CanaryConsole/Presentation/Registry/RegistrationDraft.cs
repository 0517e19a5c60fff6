using CanaryConsole.Core.Registry;

namespace CanaryConsole.Presentation.Registry;

/// <summary>The form of a new version as it is typed.</summary>
internal sealed class RegistrationDraft
{
    public string Group { get; set; } = "";

    /// <summary>The artifact is made of a folder.</summary>
    public bool Packs { get; set; }

    public string ArtifactUri { get; set; } = "";

    public string Folder { get; set; } = "";

    public string Image { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>A line each, as in "candidate_run_id = run-20261118-0412".</summary>
    public string Metadata { get; set; } = "";

    /// <summary>As the metadata.</summary>
    public string Tags { get; set; } = "";

    /// <summary>What would be asked for, and what is wrong with it by field.</summary>
    public (VersionRequest Request, IReadOnlyDictionary<string, string> Problems) Check()
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var request = new VersionRequest
        {
            Group = Text(Group),
            ArtifactUri = Packs ? null : Text(ArtifactUri),
            Folder = Packs ? Text(Folder) : null,
            Image = Text(Image),
            Description = Text(Description),
            Metadata = Lines("metadata", Metadata, problems),
            Tags = Lines("tags", Tags, problems),
        };
        foreach (var problem in VersionCheck.Problems(request))
        {
            // What is wrong with one entry is shown at the field that holds them all; a folder that is missing at its own.
            var entries = problem.Field.Split('.')[0];
            problems.TryAdd(entries == "artifactUri" && Packs ? "folder" : entries, entries == "artifactUri" && Packs ? "folder is missing; give an address as in s3://bucket/folder/." : problem.Reason);
        }

        return (request, problems);
    }

    private static string? Text(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static Dictionary<string, string>? Lines(string field, string text, Dictionary<string, string> problems)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 1 ? "" : line[..equals].Trim();
            if (key.Length == 0)
            {
                problems.TryAdd(field, $"{field} has the line \"{line}\"; each must be as in name = value.");
            }
            else if (!entries.TryAdd(key, line[(equals + 1)..].Trim()))
            {
                problems.TryAdd(field, $"{field} has \"{key}\" twice.");
            }
        }

        return entries.Count == 0 ? null : entries;
    }
}
