using System.Text.Json.Serialization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api.Published;

/// <summary>What `POST /api/rollback` takes.</summary>
internal sealed record RollbackRequest
{
    /// <summary>"immediate".</summary>
    [JsonPropertyName("action")]
    public string Action { get; init; } = "immediate";

    [JsonPropertyName("deployment_id")]
    public required string DeploymentId { get; init; }

    [JsonPropertyName("reason")]
    public string Reason { get; init; } = "Rolled back by hand";
}

/// <summary>What became of a rollback. The status is ROLLING_BACK until the weights are read back.</summary>
internal sealed record RollbackAccepted(
    [property: JsonPropertyName("deployment_id")] string DeploymentId,
    [property: JsonPropertyName("endpoint_name")] string EndpointName,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("rollback_type")] string RollbackType,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("weights")] IReadOnlyDictionary<string, double> Weights);

internal static class Rollback
{
    public static void MapRollback(this IEndpointRouteBuilder api) => api.MapPost("/rollback", RollBackAsync)
        .AsWrite<RollbackRequest>()
        .WithMetadata(new LenientBody())
        .WithTags("Published contract")
        .WithSummary("Gives all traffic back to the current variant at once.")
        .Produces<RollbackAccepted>();

    private static async Task<IResult> RollBackAsync(Body<RollbackRequest> body, HttpContext context, Caller caller, IRolloutService service, CancellationToken cancellationToken)
    {
        var request = body.Value;
        if ((PublishedRefusals.UnlessAction(request.Action, "immediate") ?? Reasons.Check(request.Reason)) is { } problem)
        {
            return problem;
        }

        return await service.RollBackAsync(new RolloutId(request.DeploymentId), request.Reason.Trim(), caller.Name, cancellationToken) switch
        {
            CommandResult.Accepted accepted => Results.Ok(new RollbackAccepted(
                request.DeploymentId,
                accepted.State.Plan.Endpoint,
                DeploymentResource.StatusOf(accepted.State.Phase),
                request.Action,
                request.Reason,
                DeploymentResource.WeightsOf(accepted.State))),
            CommandResult.Refused { Kind: RefusalKind.NotFound } => PublishedRefusals.UnknownDeployment(request.DeploymentId),
            var other => ((CommandResult.Refused)other).ToPublishedProblem(context),
        };
    }
}
