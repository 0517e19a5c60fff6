using Microsoft.AspNetCore.Routing.Template;

namespace CanaryConsole.Api;

/// <summary>Answers for every address under /api that is none, so that no page answers in HTML for it.</summary>
internal static class UnknownAddress
{
    public static void MapUnknown(this IEndpointRouteBuilder api) => api.Map("{**address}", Answer).ExcludeFromDescription();

    private static IResult Answer(HttpContext context, IEnumerable<EndpointDataSource> sources)
    {
        var (method, path) = (context.Request.Method, context.Request.Path);
        var methods = sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == true && Matches(endpoint, path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct()
            .ToList();
        if (methods.Count == 0)
        {
            return Problems.Of(StatusCodes.Status404NotFound, $"{path} is not an address of the API: /openapi/v1.json lists them all.");
        }

        context.Response.Headers.Allow = string.Join(", ", methods);
        return Problems.Of(StatusCodes.Status405MethodNotAllowed, $"{path} does not take {method}: it takes {string.Join(" and ", methods)}.");
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
