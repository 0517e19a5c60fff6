using CanaryConsole.Core.Backtests;

namespace CanaryConsole.Api;

internal static class Backtests
{
    public static void MapBacktests(this IEndpointRouteBuilder api)
    {
        var backtests = api.MapGroup("/backtests").WithTags("Backtests");
        backtests.MapPost("", StartAsync)
            .AsFileWrite<BacktestRequest>()
            .WithSummary("Replays a plan's guardrails over the last days of the endpoint's metrics and over its past rollouts; look at the answer's address for progress and result.")
            .Produces<Backtest>(StatusCodes.Status202Accepted);
        backtests.MapGet("{id}", (string id, IBacktestService service) => service.Find(id) is { } backtest ? Results.Ok(backtest) : Unknown(id))
            .WithSummary("How far a backtest is, and its result once it is done. The latest 20 are kept, until the console stops.")
            .Produces<Backtest>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        backtests.MapDelete("{id}", (string id, IBacktestService service) => service.Cancel(id) ? Results.NoContent() : Unknown(id))
            .WithMetadata(new Idempotent())
            .WithSummary("Stops a backtest; one that is over stays as it is.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Unknown(string id) => Problems.NotFound("id", id, $"There is no backtest {id}; the latest are kept until the console stops.");

    private static async Task<IResult> StartAsync(Body<BacktestRequest> body, HttpContext context, IBacktestService service, CancellationToken cancellationToken) =>
        await service.StartAsync(body.Value, cancellationToken) switch
        {
            BacktestStart.Accepted accepted => Results.Accepted($"/api/backtests/{accepted.Backtest.Id}", accepted.Backtest),
            BacktestStart.Refused refused => Refusals.Of(refused.Kind, refused.Field, refused.Reason, context),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
