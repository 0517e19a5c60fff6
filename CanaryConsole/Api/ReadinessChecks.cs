using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

internal static class ReadinessChecks
{
    public static void MapReadinessChecks(this IEndpointRouteBuilder api) =>
        api.MapPost("/rollouts/{id}/readiness", CheckAsync)
            .AsWrite<NoBody>(bodyOptional: true)
            .WithMetadata(new OptionalBody())
            .WithTags("Rollouts")
            .WithSummary("Looks now whether all that the next step needs is there; the rollout shows what was found.")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> CheckAsync(
        string id, Body<NoBody> body, HttpContext context, IRolloutService service, IReadinessDesk desk, CancellationToken cancellationToken)
    {
        if (await service.FindAsync(new RolloutId(id), cancellationToken) is not { State: var state })
        {
            return Rollouts.Unknown(id);
        }

        if (state.IsFinished)
        {
            return new CommandResult.Refused(RefusalKind.Conflict, null, $"Rollout {id} is finished ({state.Phase}); there is no next step to be ready for.").ToProblem(context);
        }

        desk.CheckNow(state.Id, state.Plan.Endpoint);
        return Results.Accepted($"/api/rollouts/{id}");
    }
}
