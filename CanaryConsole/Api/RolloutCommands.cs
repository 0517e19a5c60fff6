using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>A command's reason, for the journal.</summary>
internal sealed record ReasonBody
{
    public required string Reason { get; init; }
}

/// <summary>An approval's comment, for the journal.</summary>
internal sealed record CommentBody(string? Comment);

/// <summary>Another share for the challenger, above 0 and below 1.</summary>
internal sealed record ShareBody
{
    public required double ChallengerShare { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A command that needs no words.</summary>
internal sealed record NoBody;

internal static class RolloutCommands
{
    private delegate Task<CommandResult> WithReason(RolloutId id, string reason, string actor, CancellationToken cancellationToken);

    public static void MapRolloutCommands(this IEndpointRouteBuilder api)
    {
        var rollout = api.MapGroup("/rollouts/{id}").WithTags("Rollouts");
        MapReasoned(rollout, "pause", "Pauses the rollout; the share stays, guards go on acting.", service => service.PauseAsync);
        MapReasoned(rollout, "rollback", "Gives all traffic back to the champion.", service => service.RollBackAsync);
        MapReasoned(rollout, "cancel", "Stops the rollout before any traffic has moved.", service => service.CancelAsync);
        Map<NoBody>(rollout, "resume", "Goes on after a pause.", (service, id, _, cancel) => service.ResumeAsync(id, ConsoleApi.Actor, cancel), bodyOptional: true);
        Map<NoBody>(rollout, "promote", "Gives the challenger everything now; every enforcing guardrail must be healthy.", (service, id, _, cancel) => service.PromoteAsync(id, ConsoleApi.Actor, cancel), bodyOptional: true);
        Map<CommentBody>(rollout, "approve", "Approves the start, or the gate the rollout waits at.", (service, id, body, cancel) => service.ApproveAsync(id, body.Comment, ConsoleApi.Actor, cancel), bodyOptional: true);
        Map<ShareBody>(rollout, "share", "Moves the challenger to another share by hand; the step's bake starts again.", (service, id, body, cancel) => service.MoveShareAsync(id, body.ChallengerShare, body.Reason, ConsoleApi.Actor, cancel));
    }

    private static void MapReasoned(IEndpointRouteBuilder rollout, string verb, string summary, Func<IRolloutService, WithReason> command) =>
        Map<ReasonBody>(rollout, verb, summary, (service, id, body, cancel) => command(service)(id, body.Reason.Trim(), ConsoleApi.Actor, cancel));

    private static void Map<TBody>(
        IEndpointRouteBuilder rollout,
        string verb,
        string summary,
        Func<IRolloutService, RolloutId, TBody, CancellationToken, Task<CommandResult>> command,
        bool bodyOptional = false)
        where TBody : class
    {
        var route = rollout.MapPost(verb, async (
            string id, Body<TBody> body, HttpContext context, IRolloutService service, ISnapshotFeed<MonitorSnapshot> feed, CancellationToken cancellationToken) =>
            body.Value is ReasonBody reasoned && Reasons.Check(reasoned.Reason) is { } problem ? problem : await command(service, new RolloutId(id), body.Value, cancellationToken) switch
            {
                CommandResult.Accepted accepted => Results.Ok(RolloutResource.Whole(accepted.State, feed.Current)),
                CommandResult.Refused { Kind: RefusalKind.NotFound } => Rollouts.Unknown(id),
                var other => ((CommandResult.Refused)other).ToProblem(context),
            });
        route.AsWrite<TBody>(bodyOptional).WithSummary(summary).Produces<RolloutResource>();
        if (bodyOptional)
        {
            route.WithMetadata(new OptionalBody());
        }
    }
}
