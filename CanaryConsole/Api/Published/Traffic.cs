using System.Globalization;
using System.Text.Json.Serialization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api.Published;

/// <summary>What `POST /api/traffic` takes.</summary>
internal sealed record TrafficRequest
{
    /// <summary>"shift".</summary>
    [JsonPropertyName("action")]
    public string Action { get; init; } = "shift";

    [JsonPropertyName("deployment_id")]
    public required string DeploymentId { get; init; }

    /// <summary>Added to the canary's share: a fraction above -1 and at most 1; reaching 1 promotes.</summary>
    [JsonPropertyName("shift_amount")]
    public required double ShiftAmount { get; init; }
}

/// <summary>What became of a shift.</summary>
internal sealed record TrafficShifted(
    [property: JsonPropertyName("deployment_id")] string DeploymentId,
    [property: JsonPropertyName("endpoint_name")] string EndpointName,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("previous_weights")] IReadOnlyDictionary<string, double> PreviousWeights,
    [property: JsonPropertyName("new_weights")] IReadOnlyDictionary<string, double> NewWeights);

internal static class Traffic
{
    private const int ShareDecimals = 6;

    public static void MapTraffic(this IEndpointRouteBuilder api) => api.MapPost("/traffic", ShiftAsync)
        .AsWrite<TrafficRequest>()
        .WithMetadata(new LenientBody())
        .WithTags("Published contract")
        .WithSummary("Shifts traffic to the canary by shift_amount; a shift to 100 % promotes it.")
        .Produces<TrafficShifted>();

    private static async Task<IResult> ShiftAsync(Body<TrafficRequest> body, HttpContext context, Caller caller, IRolloutService service, CancellationToken cancellationToken)
    {
        var (action, id, amount) = (body.Value.Action, new RolloutId(body.Value.DeploymentId), body.Value.ShiftAmount);
        if (PublishedRefusals.UnlessAction(action, "shift") is { } problem)
        {
            return problem;
        }

        if (amount is not (> -1 and <= 1) or 0)
        {
            return OutOfBounds(amount, "it must be above -1, at most 1 and not 0");
        }

        if (await service.FindAsync(id, cancellationToken) is not { } found)
        {
            return PublishedRefusals.UnknownDeployment(id.Value);
        }

        var before = found.State;
        var share = Math.Round(before.ChallengerShare.Fraction + amount, ShareDecimals);
        if (!before.IsFinished && share is <= 0 or > 1)
        {
            return OutOfBounds(amount, $"the canary has {before.ChallengerShare}, and a share is above 0 and at most 1; POST /api/rollback gives all traffic back");
        }

        var result = share == 1
            ? await service.PromoteAsync(id, caller.Name, cancellationToken)
            : await service.MoveShareAsync(id, share, null, caller.Name, cancellationToken);
        return result switch
        {
            CommandResult.Accepted accepted => Results.Ok(new TrafficShifted(
                id.Value,
                accepted.State.Plan.Endpoint,
                DeploymentResource.StatusOf(accepted.State.Phase),
                DeploymentResource.WeightsOf(before),
                DeploymentResource.WeightsOf(accepted.State))),
            var other => ((CommandResult.Refused)other).ToPublishedProblem(context),
        };
    }

    private static IResult OutOfBounds(double amount, string bound)
    {
        var text = amount.ToString(CultureInfo.InvariantCulture);
        return Problems.OutOfBounds("shift_amount", text, $"shift_amount is {text}: {bound}.");
    }
}
