using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

internal static class Rollouts
{
    private const int MostListed = 200;

    public static void MapRollouts(this IEndpointRouteBuilder api)
    {
        var rollouts = api.MapGroup("/rollouts").WithTags("Rollouts");
        rollouts.MapGet("", ListAsync)
            .WithSummary("Lists rollouts, newest first; of one endpoint with ?endpoint=, at most ?limit= (1 to 200, default 50).")
            .Produces<RolloutList>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        rollouts.MapPost("", StartAsync)
            .AsFileWrite<RolloutRequest>()
            .WithSummary("Starts a rollout: checks the request against endpoint and registry, fills in defaults and records the plan.")
            .Produces<RolloutResource>(StatusCodes.Status201Created);
        rollouts.MapGet("{id}", GetAsync)
            .WithName("Rollout")
            .WithSummary("One rollout with its plan, what its guardrails have seen, and what the console is doing.")
            .Produces<RolloutResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static IResult Unknown(string id) => Problems.NotFound("id", id, $"There is no rollout {id}.");

    public static IResult Started(CommandResult.Accepted accepted, ISnapshotFeed<MonitorSnapshot> feed) =>
        Results.Created($"/api/rollouts/{accepted.State.Id}", RolloutResource.Whole(accepted.State, feed.Current));

    private static async Task<IResult> ListAsync(string? endpoint, string? limit, IRolloutService service, CancellationToken cancellationToken)
    {
        if (QueryReading.TryWhole("limit", limit, 50, 1, MostListed, out var most) is { } problem)
        {
            return problem;
        }

        var states = await service.ListAsync(endpoint, (int)most, cancellationToken);
        return Results.Ok(new RolloutList([.. states.Select(RolloutResource.Line)]));
    }

    private static async Task<IResult> StartAsync(
        Body<RolloutRequest> body, HttpContext context, Caller caller, IRolloutService service, ISnapshotFeed<MonitorSnapshot> feed, CancellationToken cancellationToken) =>
        await service.StartAsync(body.Value, caller.Name, cancellationToken) switch
        {
            CommandResult.Accepted accepted => Started(accepted, feed),
            var other => ((CommandResult.Refused)other).ToProblem(context),
        };

    private static async Task<IResult> GetAsync(string id, IRolloutService service, ISnapshotFeed<MonitorSnapshot> feed, CancellationToken cancellationToken) =>
        await service.FindAsync(new RolloutId(id), cancellationToken) is { } found
            ? Results.Ok(RolloutResource.Whole(found.State, feed.Current))
            : Unknown(id);
}
