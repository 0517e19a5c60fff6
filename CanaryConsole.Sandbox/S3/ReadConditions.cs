using System.Globalization;

namespace CanaryConsole.Sandbox.S3;

/// <summary>The conditions under which a client wants an object, as HTTP ranks them; with a prefix, those on the source of a copy.</summary>
internal static class ReadConditions
{
    /// <returns>Whether the client has it already: not modified.</returns>
    public static bool Check(S3Request request, StoredObject stored, string prefix = "")
    {
        var modified = new DateTimeOffset(stored.LastModified.Ticks - (stored.LastModified.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        if (request.Header($"{prefix}If-Match") is { } match)
        {
            if (!ETags.Match(match, stored.ETag))
            {
                throw S3Errors.PreconditionFailed("If-Match");
            }
        }
        else if (Time(request, $"{prefix}If-Unmodified-Since") is { } until && modified > until)
        {
            throw S3Errors.PreconditionFailed("If-Unmodified-Since");
        }

        return request.Header($"{prefix}If-None-Match") is { } noneMatch
            ? ETags.Match(noneMatch, stored.ETag)
            : Time(request, $"{prefix}If-Modified-Since") is { } since && modified <= since;
    }

    // HTTP tells to pass over a date that is none.
    private static DateTimeOffset? Time(S3Request request, string header) =>
        DateTimeOffset.TryParse(request.Header(header), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
