using CanaryConsole.Hosting.Security;

namespace CanaryConsole.Api;

internal static class Writes
{
    /// <summary>What every write has: a bounded JSON body, an idempotency key, and the answers that may come of them.</summary>
    public static RouteHandlerBuilder AsWrite<TBody>(this RouteHandlerBuilder route, bool bodyOptional = false)
        where TBody : class => route
            .WithMetadata(new BodyLimit(RequestLimits.Body), new Idempotent())
            .Accepts<TBody>(bodyOptional, "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
