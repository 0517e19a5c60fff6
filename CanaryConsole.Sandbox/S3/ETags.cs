using System.Security.Cryptography;

namespace CanaryConsole.Sandbox.S3;

internal static class ETags
{
    /// <summary>An MD5 by S3's contract; nothing is protected by it.</summary>
#pragma warning disable CA5351
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351

    /// <summary>Whether a header that lists tags, quoted or not, names this one.</summary>
    public static bool Match(string header, string etag) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(one => one == "*" || one.Trim('"') == etag);

    public static string Quoted(string etag) => $"\"{etag}\"";
}
