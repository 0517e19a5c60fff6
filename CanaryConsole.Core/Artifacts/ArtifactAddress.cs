using System.Diagnostics.CodeAnalysis;

namespace CanaryConsole.Core.Artifacts;

/// <summary>An object, or a folder, of S3.</summary>
/// <param name="Key">As it is, without any escaping; ends with a slash for a folder.</param>
public sealed record ArtifactAddress(string Bucket, string Key)
{
    private const string Scheme = "s3://";
    private const int LongestKey = 1024;

    /// <summary>As in "s3://bucket/folder/model.tar.gz". A bucket's name has 3 to 63 characters, a key 1 to 1,024.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ArtifactAddress? address)
    {
        address = null;
        if (text is null || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || text.IndexOf('/', Scheme.Length) is not (> 0 and var slash))
        {
            return false;
        }

        var (bucket, key) = (text[Scheme.Length..slash], text[(slash + 1)..]);
        if (bucket.Length is < 3 or > 63 || !bucket.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.' or '_')
            || key.Length is < 1 or > LongestKey || key.Any(char.IsControl))
        {
            return false;
        }

        address = new ArtifactAddress(bucket, key);
        return true;
    }

    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}
