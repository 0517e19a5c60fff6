using CanaryConsole.Api;
using Microsoft.Extensions.Primitives;

namespace CanaryConsole.Hosting.Security;

/// <summary>
/// Turns away what another site's page sends here from the user's browser: anything that changes something, and the hub and the circuit,
/// which browsers open across sites without asking. Programs send no Origin and pass.
/// </summary>
internal sealed class OriginCheck(RequestDelegate next)
{
    private static readonly PathString[] LivePaths = ["/_blazor", "/hubs"];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var origin = request.Headers.Origin;
        return IsGuarded(request) && !StringValues.IsNullOrEmpty(origin) && !IsThisHost(origin.ToString(), request)
            ? Problems.Of(StatusCodes.Status403Forbidden, "A page of another site may not do this in your name: the Origin header is not this console's address.", "Origin", origin.ToString())
                .ExecuteAsync(context)
            : next(context);
    }

    private static bool IsGuarded(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || LivePaths.Any(path => request.Path.StartsWithSegments(path));

    private static bool IsThisHost(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
}
