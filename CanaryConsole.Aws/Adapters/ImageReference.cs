using System.Text.RegularExpressions;

namespace CanaryConsole.Aws.Adapters;

/// <summary>An image in Amazon ECR, by tag or by digest.</summary>
internal sealed partial record ImageReference(string Registry, string Repository, string? Tag, string? Digest)
{
    /// <summary>Null for an image of another registry.</summary>
    public static ImageReference? Parse(string image)
    {
        if (Pattern().Match(image) is not { Success: true } match)
        {
            return null;
        }

        var digest = match.Groups["digest"] is { Success: true } given ? given.Value : null;
        var tag = match.Groups["tag"] is { Success: true } named ? named.Value : null;

        // A digest says all; without either, the tag is Docker's own default.
        return new ImageReference(match.Groups["registry"].Value, match.Groups["repository"].Value, digest is null ? tag ?? "latest" : null, digest);
    }

    [GeneratedRegex(@"^(?<registry>\d{12})\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?/(?<repository>[a-z0-9._/-]+)(:(?<tag>[\w.-]{1,128}))?(@(?<digest>sha256:[0-9a-f]{64}))?$")]
    private static partial Regex Pattern();
}
