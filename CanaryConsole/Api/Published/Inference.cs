using System.Globalization;
using System.Text.Json;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Hosting.Security;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Api.Published;

internal static class Inference
{
    public static void MapInference(this IEndpointRouteBuilder api) => api.MapPost("/inference", InvokeAsync)
        .WithMetadata(new BodyLimit(RequestLimits.InferenceBody), new LenientBody())
        .RequireRateLimiting(RateLimits.Inference)
        .Accepts<InferenceRequest>("application/json", Writes.AnyKind)
        .WithTags("Published contract")
        .WithSummary("Asks the endpoint; the weights choose the variant unless target_variant pins one.")
        .Produces<InferenceAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status502BadGateway);

    private static async Task<IResult> InvokeAsync(
        Body<InferenceRequest> body,
        HttpContext context,
        ISnapshotFeed<MonitorSnapshot> feed,
        CountedInvocation invocation,
        IInvocationGateway gateway,
        IOptions<GatewayOptions> gatewayOptions,
        WallClock clock,
        CancellationToken cancellationToken)
    {
        var started = clock.Time.GetTimestamp();
        var request = body.Value;
        var unclear = ChooseEndpoint(request, feed.Current, out var endpoint);
        if ((Check(request) ?? unclear ?? CheckTarget(request, endpoint, gateway, gatewayOptions.Value)) is { } problem)
        {
            return problem;
        }

        var answer = await invocation.InvokeAsync(
            new InvocationRequest(endpoint, request.TargetVariant, request.ContentType, InferencePayload.Of(request)), request.UserId, cancellationToken);
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
        context.Response.Headers["X-Variant-Name"] = answer.Variant;
        context.Response.Headers["X-Model-Latency-Ms"] = answer.Latency.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture);
        return answer.StatusCode is >= 200 and < 300
            ? Results.Ok(new InferenceAnswer(
                context.TraceIdentifier,
                InferencePayload.Read(answer.Body),
                answer.Variant,
                answer.Latency.TotalMilliseconds,
                clock.Time.GetElapsedTime(started).TotalMilliseconds))
            : Problems.Of(StatusCodes.Status502BadGateway, $"The model behind {answer.Variant ?? endpoint} answered with status {answer.StatusCode}.", "endpoint_name", endpoint);
    }

    private static IResult? Check(InferenceRequest request) => request switch
    {
        { UserId: "" } => Problems.OutOfBounds("user_id", "", "user_id is empty: it must name who asks."),
        { Features.ValueKind: not JsonValueKind.Object } => Problems.BadField("features", request.Features.GetRawText(), "features must be an object."),
        { ContentType: not (InferencePayload.Json or InferencePayload.Csv) } => Problems.OutOfBounds(
            "content_type", request.ContentType, $"content_type is \"{request.ContentType}\": it must be {InferencePayload.Json} or {InferencePayload.Csv}."),
        _ => null,
    };

    private static IResult? CheckTarget(InferenceRequest request, string endpoint, IInvocationGateway gateway, GatewayOptions options) =>
        request.TargetVariant is { } target && !options.AllowTargetVariant && gateway.Covers(endpoint)
            ? Problems.OutOfBounds("target_variant", target, "target_variant goes past the weights and is not allowed here (Gateway:AllowTargetVariant is false): leave it out.")
            : null;

    /// <summary>The one that is named; else the only one there is; else the only one whose traffic a rollout moves.</summary>
    private static IResult? ChooseEndpoint(InferenceRequest request, MonitorSnapshot snapshot, out string endpoint)
    {
        var names = snapshot.Endpoints.Select(known => known.Description.Name).ToList();
        var moving = names.Where(name => snapshot.ActiveRolloutOn(name) is not null).ToList();
        var chosen = request.EndpointName ?? (names.Count == 1 ? names[0] : moving.Count == 1 ? moving[0] : null);
        endpoint = chosen ?? "";
        return chosen is not null
            ? null
            : Problems.OutOfBounds("endpoint_name", null, $"endpoint_name is missing and there is more than one endpoint: name one of {string.Join(", ", names)}.");
    }
}
