using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Control;

/// <summary>A page on any site can make a browser send requests to a loopback address; none of those may set a fault or read the outbox.</summary>
internal static class ControlGuard
{
    /// <exception cref="AwsErrorException">The request comes from a page of somebody else, or could.</exception>
    public static void Check(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (origin is not null && origin != $"{request.Scheme}://{request.Host}")
        {
            throw new AwsErrorException("Forbidden", $"The sandbox's control API does not answer pages of {origin}.", 403);
        }

        // Browsers say so where a request crosses sites, even when they leave the origin out.
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is not (null or "same-origin" or "none"))
        {
            throw new AwsErrorException("Forbidden", "The sandbox's control API does not answer pages of other sites.", 403);
        }

        // A form of a foreign page can post without asking first, but not as JSON.
        if (HttpMethods.IsPost(request.Method) && request.ContentType?.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new AwsErrorException("UnsupportedMediaType", "The sandbox's control API takes Content-Type application/json.", 415);
        }
    }
}
