using System.Globalization;
using System.Text.RegularExpressions;
using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Core.Registry;

/// <summary>What is wrong with a request, field by field, before anything is asked of the cloud. Pure.</summary>
public static partial class VersionCheck
{
    private const int MostEntries = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const int LongestDescription = 1024;
    private const int LongestImage = 255;

    /// <summary>Sentences by field, as in "metadata.git_commit"; none where all is well.</summary>
    public static IReadOnlyList<VersionProblem> Problems(VersionRequest request) =>
    [
        .. new[] { Group(request.Group), Artifact(request), Image(request.Image), Description(request.Description) }.OfType<VersionProblem>(),
        .. Entries("metadata", request.Metadata),
        .. Entries("tags", request.Tags),
    ];

    private static VersionProblem? Group(string? group) => group switch
    {
        null or "" => new("group", "group is missing; name a model package group, new or there already."),
        _ when GroupName().IsMatch(group) => null,
        _ => new("group", $"group is \"{group}\"; it must be 1 to 63 letters, digits and inner hyphens."),
    };

    private static VersionProblem? Artifact(VersionRequest request) => (request.ArtifactUri, request.Folder) switch
    {
        (null or "", null or "") => new("artifactUri", "artifactUri is missing; give it, or folder."),
        ({ Length: > 0 }, { Length: > 0 }) => new("folder", "folder is given beside artifactUri; give one of them."),
        ({ Length: > 0 } uri, _) => ArtifactAddress.TryParse(uri, out var address) && !address.Key.EndsWith('/')
            ? null
            : new("artifactUri", $"artifactUri is \"{uri}\"; it must be as in s3://bucket/folder/model.tar.gz."),
        (_, var folder) => ArtifactAddress.TryParse(folder, out _) ? null : new("folder", $"folder is \"{folder}\"; it must be as in s3://bucket/folder/."),
    };

    private static VersionProblem? Image(string? image) => image switch
    {
        null or "" => new("image", "image is missing; name the container image that serves the model."),
        { Length: > LongestImage } => new("image", $"image has {image.Length} characters; at most {LongestImage} are possible."),
        _ when image.Any(char.IsWhiteSpace) => new("image", $"image is \"{image}\"; it must have no spaces."),
        _ => null,
    };

    private static VersionProblem? Description(string? description) => description switch
    {
        { Length: > LongestDescription } => new("description", string.Create(CultureInfo.InvariantCulture, $"description has {description.Length:N0} characters; at most {LongestDescription:N0} are possible.")),
        not null when description.Any(char.IsControl) => new("description", "description must be one line of text."),
        _ => null,
    };

    private static IEnumerable<VersionProblem> Entries(string field, IReadOnlyDictionary<string, string>? entries)
    {
        if (entries is null)
        {
            yield break;
        }

        if (entries.Count > MostEntries)
        {
            yield return new(field, $"{field} has {entries.Count} entries; at most {MostEntries} are possible.");
        }

        foreach (var (key, value) in entries.Take(MostEntries))
        {
            if (key.Length is < 1 or > LongestKey || !Text().IsMatch(key) || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                yield return new(field, $"{field} has the name \"{key}\"; it must be 1 to {LongestKey} letters, digits, spaces and _.:/=+-@, and not begin with aws:.");
            }
            else if (value is not { Length: >= 1 and <= LongestValue } || !Text().IsMatch(value))
            {
                yield return new($"{field}.{key}", $"{field}.{key} is \"{value}\"; it must be 1 to {LongestValue} letters, digits, spaces and _.:/=+-@.");
            }
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupName();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Text();
}

/// <param name="Field">As the API spells it.</param>
/// <param name="Reason">One sentence that names the field, the value and the bound.</param>
public sealed record VersionProblem(string Field, string Reason);
