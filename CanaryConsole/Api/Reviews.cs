using CanaryConsole.Core;
using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Api;

/// <summary>A look at a plan before anything starts.</summary>
/// <param name="PlanDigest">Of the plan as it would be recorded now.</param>
/// <param name="Stages">When each begins at the earliest, and what it exposes.</param>
/// <param name="Cost">An estimate; absent while the monitor has not seen the endpoint.</param>
internal sealed record ReviewResource(
    RolloutPlan Plan,
    string PlanDigest,
    DateTimeOffset From,
    IReadOnlyList<PlannedChange> Changes,
    IReadOnlyList<StageResource> Stages,
    IReadOnlyList<string> Rollback,
    IReadOnlyList<string> Approvals,
    PlanCost? Cost)
{
    public static ReviewResource Of(PlanReview review, PlanCost? cost) => new(
        review.Plan, Core.Rollouts.PlanDigest.Of(review.Plan), review.From, review.Changes, [.. review.Timeline.Select(StageResource.Of)], review.Rollback, review.Approvals, cost);
}

/// <param name="Share">The challenger's, a fraction 0..1.</param>
/// <param name="Minutes">How long it lasts at least; absent for a gate.</param>
/// <param name="Requests">Answered to callers by the challenger; absent where that is not known.</param>
/// <param name="Users">Different users at most; absent where that is not known.</param>
internal sealed record StageResource(string Name, Percentage Share, DateTimeOffset At, double? Minutes, long? Requests, long? Users)
{
    public static StageResource Of(PlannedStage stage) => new(stage.Name, stage.Share, stage.At, stage.For?.TotalMinutes, stage.Requests, stage.Users);
}

/// <summary>What a dry run found.</summary>
/// <param name="Passed">Whether every check passed, or passed with a word of warning.</param>
internal sealed record DryRunResource(DateTimeOffset At, bool Passed, IReadOnlyList<DryRunCheck> Checks);

internal static class Reviews
{
    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        var rollouts = api.MapGroup("/rollouts").WithTags("Rollouts");
        rollouts.MapPost("review", ReviewAsync)
            .AsFileWrite<RolloutRequest>()
            .WithSummary("What the plan would create, change and remove, when, with what exposed, and how it would come back; the body of POST /api/rollouts, checked like it. Starts nothing.")
            .Produces<ReviewResource>();
        rollouts.MapPost("dry-run", DryRunAsync)
            .AsFileWrite<RolloutRequest>()
            .WithSummary("Asks by calls that read only whether everything the plan needs exists, and whether the console may do what it will have to; the body of POST /api/rollouts. At most 60 s. Starts nothing.")
            .Produces<DryRunResource>();
    }

    private static async Task<IResult> ReviewAsync(
        Body<RolloutRequest> body,
        HttpContext context,
        IReviewDesk desk,
        ISnapshotFeed<MonitorSnapshot> feed,
        IPriceTable prices,
        IOptions<MonitoringOptions> options,
        CancellationToken cancellationToken) =>
        await desk.ReviewAsync(body.Value, cancellationToken) switch
        {
            ReviewResult.Made made => Results.Ok(ReviewResource.Of(
                made.Review,
                feed.Current.Endpoint(made.Review.Plan.Endpoint) is { } endpoint ? PlanCost.Of(made.Review.Plan, endpoint.Description, prices, options.Value) : null)),
            ReviewResult.Refused refused => Refusals.Of(refused.Kind, refused.Field, refused.Reason, context),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<IResult> DryRunAsync(Body<RolloutRequest> body, IReviewDesk desk, CancellationToken cancellationToken)
    {
        var report = await desk.DryRunAsync(body.Value, cancellationToken);
        return Results.Ok(new DryRunResource(report.At, report.Passed, report.Checks));
    }
}
