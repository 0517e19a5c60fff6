using CanaryConsole.Hosting.Security;

namespace CanaryConsole.Api;

internal static class Writes
{
    /// <summary>Routing must let every kind of body through, or a wrong one ends at some other address; <see cref="RequestBytes"/> then says what is wrong with it.</summary>
    public const string AnyKind = "*/*";

    /// <summary>What every write has: a bounded JSON body, an idempotency key, and the answers that may come of them.</summary>
    public static RouteHandlerBuilder AsWrite<TBody>(this RouteHandlerBuilder route, bool bodyOptional = false)
        where TBody : class => route.AsWrite<TBody>(bodyOptional, AnyKind);

    /// <summary>A write that takes its body as YAML as well, as people keep it in files.</summary>
    public static RouteHandlerBuilder AsFileWrite<TBody>(this RouteHandlerBuilder route)
        where TBody : class => route.WithMetadata(new YamlTaken()).AsWrite<TBody>(bodyOptional: false, YamlBody.ContentType, AnyKind);

    private static RouteHandlerBuilder AsWrite<TBody>(this RouteHandlerBuilder route, bool bodyOptional, params string[] otherKinds)
        where TBody : class => route
            .WithMetadata(new BodyLimit(RequestLimits.Body), new Idempotent())
            .Accepts<TBody>(bodyOptional, "application/json", otherKinds)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
