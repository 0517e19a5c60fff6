using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Api;

/// <summary>How a halted wave goes on.</summary>
internal sealed record ResumeBody
{
    /// <summary>True: without the endpoints that failed. False: they are tried again.</summary>
    public bool LeaveOut { get; init; }

    public string? Comment { get; init; }
}

internal static class Waves
{
    private const int MostListed = 200;

    public static void MapWaves(this IEndpointRouteBuilder api)
    {
        var waves = api.MapGroup("/waves").WithTags("Waves");
        waves.MapGet("", ListAsync)
            .WithSummary("Lists waves, newest first, at most ?limit= (1 to 200, default 50).")
            .Produces<WaveList>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        waves.MapPost("", StartAsync)
            .AsFileWrite<WaveRequest>()
            .WithMetadata(new OpenPlanBody())
            .WithSummary("Starts a wave: one plan, or template, over the endpoints of its stages in their order, all in the console's account and region.")
            .Produces<WaveResource>(StatusCodes.Status201Created);
        waves.MapGet("{id}", GetAsync)
            .WithSummary("One wave with its plan and everything that happened.")
            .Produces<WaveResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapCommand<CommentBody>(waves, "approve", "Lets the stage start that waits at its gate.", (service, id, body, actor, cancel) => service.ApproveAsync(id, body.Comment, actor, cancel), bodyOptional: true);
        MapCommand<ResumeBody>(waves, "resume", "Goes on after a halt: what failed is tried again, or left out.", (service, id, body, actor, cancel) => service.ResumeAsync(id, body.LeaveOut, body.Comment, actor, cancel), bodyOptional: true);
        MapCommand<ReasonBody>(waves, "stop", "Starts nothing more; rollouts under way are left to themselves and their guards.", (service, id, body, actor, cancel) => service.StopAsync(id, body.Reason.Trim(), actor, cancel));
    }

    private static void MapCommand<TBody>(
        RouteGroupBuilder waves, string verb, string summary, Func<IWaveService, WaveId, TBody, string, CancellationToken, Task<WaveResult>> command, bool bodyOptional = false)
        where TBody : class
    {
        var route = waves.MapPost($"{{id}}/{verb}", async (string id, Body<TBody> body, HttpContext context, Caller caller, IWaveService service, CancellationToken cancellationToken) =>
            body.Value is ReasonBody reasoned && Reasons.Check(reasoned.Reason) is { } problem
                ? problem
                : await command(service, new WaveId(id), body.Value, caller.Name, cancellationToken) switch
                {
                    WaveResult.Accepted accepted => Results.Ok(WaveResource.Line(accepted.State)),
                    WaveResult.Refused { Kind: RefusalKind.NotFound, Field: "waveId" } => Unknown(id),
                    var other => Refused((WaveResult.Refused)other, context),
                });
        route.AsWrite<TBody>(bodyOptional).WithSummary(summary).Produces<WaveResource>();
        if (bodyOptional)
        {
            route.WithMetadata(new OptionalBody());
        }
    }

    private static IResult Unknown(string id) => Problems.NotFound("id", id, $"There is no wave {id}.");

    private static IResult Refused(WaveResult.Refused refused, HttpContext context) => Refusals.Of(refused.Kind, refused.Field, refused.Reason, context);

    private static async Task<IResult> ListAsync(string? limit, IWaveService service, CancellationToken cancellationToken)
    {
        if (QueryReading.TryWhole("limit", limit, 50, 1, MostListed, out var most) is { } problem)
        {
            return problem;
        }

        var states = await service.ListAsync((int)most, cancellationToken);
        return Results.Ok(new WaveList([.. states.Select(WaveResource.Line)]));
    }

    private static async Task<IResult> StartAsync(Body<WaveRequest> body, HttpContext context, Caller caller, IWaveService service, CancellationToken cancellationToken) =>
        await service.StartAsync(body.Value, caller.Name, cancellationToken) switch
        {
            WaveResult.Accepted accepted => Results.Created($"/api/waves/{accepted.State.Id}", WaveResource.Line(accepted.State)),
            var other => Refused((WaveResult.Refused)other, context),
        };

    private static async Task<IResult> GetAsync(string id, IWaveService service, CancellationToken cancellationToken) =>
        await service.FindAsync(new WaveId(id), cancellationToken) is { } record ? Results.Ok(WaveResource.Whole(record)) : Unknown(id);
}
