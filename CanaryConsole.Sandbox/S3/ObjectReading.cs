using System.Globalization;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.S3;

/// <summary>GetObject and HeadObject.</summary>
internal static class ObjectReading
{
    public static async Task GetAsync(S3Request request)
    {
        var stored = request.Buckets.Open(request.Bucket, request.Key);
        try
        {
            if (Begin(request, stored) is { } range)
            {
                await stored.Content.CopyToAsync(request.Context.Response.Body, range.Offset, range.Length, request.Aborted);
            }
        }
        finally
        {
            stored.Content.Release();
        }
    }

    public static Task HeadAsync(S3Request request)
    {
        var stored = request.Buckets.Open(request.Bucket, request.Key);
        stored.Content.Release();
        Begin(request, stored);
        return Task.CompletedTask;
    }

    // Null where the client has the object already.
    private static ByteRange? Begin(S3Request request, StoredObject stored)
    {
        var response = request.Context.Response;
        var isKnown = ReadConditions.Check(request, stored);
        var size = stored.Content.Length;
        var range = isKnown ? null : Part(request, stored) ?? ByteRange.Parse(request.Header("Range"), size);
        ObjectHeaders.Write(request, stored);
        if (isKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        if (range is { } some)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {some.Offset}-{some.Offset + some.Length - 1}/{size}");
        }
        else if (string.Equals(request.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase))
        {
            ObjectHeaders.WriteChecksum(response.Headers, stored.Checksum);
        }

        response.ContentLength = range?.Length ?? size;
        return range ?? new ByteRange(0, size);
    }

    private static ByteRange? Part(S3Request request, StoredObject stored)
    {
        if (request.Query("partNumber") is null)
        {
            return null;
        }

        var parts = stored.Content.Parts;
        var number = request.Number("partNumber", 1, 1, int.MaxValue);
        if (number > parts.Count)
        {
            throw new AwsErrorException("InvalidPartNumber", "The requested partnumber is not satisfiable", 416)
            {
                Members = new Dictionary<string, object> { ["PartNumberRequested"] = number, ["ActualPartCount"] = parts.Count },
            };
        }

        if (stored.IsMultipart)
        {
            request.Context.Response.Headers["x-amz-mp-parts-count"] = parts.Count.ToString(CultureInfo.InvariantCulture);
        }

        return parts[number - 1].Length == 0 ? null : new ByteRange(parts.Take(number - 1).Sum(part => part.Length), parts[number - 1].Length);
    }
}
