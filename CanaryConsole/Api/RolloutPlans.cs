using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>What a rollout was asked for: to keep as a file, and to ask for again.</summary>
internal static class RolloutPlans
{
    public static void MapRolloutPlans(this IEndpointRouteBuilder api)
    {
        var rollout = api.MapGroup("/rollouts/{id}").WithTags("Rollouts");
        rollout.MapGet("plan", PlanAsync)
            .WithSummary("A request that would make the rollout's plan again, as a YAML file; as JSON with Accept: application/json. Send it to POST /api/rollouts.")
            .Produces<RolloutRequest>(StatusCodes.Status200OK, YamlBody.ContentType, "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        rollout.MapPost("restart", RestartAsync)
            .AsWrite<NoBody>(bodyOptional: true)
            .WithMetadata(new OptionalBody())
            .WithSummary("Starts a new rollout by what this finished one was asked for; checked like any other.")
            .Produces<RolloutResource>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> PlanAsync(string id, HttpContext context, IRolloutService service, CancellationToken cancellationToken) =>
        await service.FindAsync(new RolloutId(id), cancellationToken) is { } found ? PlanAnswer.Of(found.Request, id, context) : Rollouts.Unknown(id);

    private static async Task<IResult> RestartAsync(
        string id, Body<NoBody> body, HttpContext context, Caller caller, IRolloutService service, ISnapshotFeed<MonitorSnapshot> feed, CancellationToken cancellationToken) =>
        await service.RestartAsync(new RolloutId(id), caller.Name, cancellationToken) switch
        {
            CommandResult.Accepted accepted => Rollouts.Started(accepted, feed),
            CommandResult.Refused { Kind: RefusalKind.NotFound, Field: "rolloutId" } => Rollouts.Unknown(id),
            var other => ((CommandResult.Refused)other).ToProblem(context),
        };
}
