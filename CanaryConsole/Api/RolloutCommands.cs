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

/// <summary>An approval's comment, for the journal, and the plan it is for.</summary>
/// <param name="PlanDigest">The rollout's planDigest as it was when the caller looked at the plan; may be left out.</param>
internal sealed record StartApprovalBody(string? Comment, string? PlanDigest = null);

/// <summary>Another share for the challenger, above 0 and below 1.</summary>
internal sealed record ShareBody
{
    public required double ChallengerShare { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Why, for the journal; may be left out.</summary>
internal sealed record WhyBody(string? Reason);

/// <summary>A step of the plan, counted from 0 like the rollout's own.</summary>
internal sealed record StepBody
{
    public required int Step { get; init; }

    public string? Reason { get; init; }
}

/// <summary>How much longer, 1 to 10,080 minutes.</summary>
internal sealed record ExtensionBody
{
    public required double Minutes { get; init; }

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
        MapReasoned(rollout, "leave-rest", "Ends a restoration: what is not put back yet stays as it is.", service => service.LeaveRestAsync);
        Map<NoBody>(rollout, "resume", "Goes on after a pause.", (service, id, _, actor, cancel) => service.ResumeAsync(id, actor, cancel), bodyOptional: true);
        Map<NoBody>(rollout, "promote", "Gives the challenger everything now; every enforcing guardrail must be healthy.", (service, id, _, actor, cancel) => service.PromoteAsync(id, actor, cancel), bodyOptional: true);
        Map<StartApprovalBody>(rollout, "approve", "Approves the start, or the gate the rollout waits at; refused where the plan seen is not the rollout's.", (service, id, body, actor, cancel) => service.ApproveAsync(id, body.Comment, body.PlanDigest, actor, cancel), bodyOptional: true);
        MapReasoned(rollout, "refuse", "Does not approve: at a gate all traffic goes back to the champion, before the start the rollout ends.", service => service.RefuseAsync);
        Map<WhyBody>(rollout, "skip", "Goes on to the next step without waiting; no enforcing guardrail may be in breach or see nothing, and after the last step all must be healthy.", (service, id, body, actor, cancel) => service.SkipStepAsync(id, body.Reason, actor, cancel), bodyOptional: true);
        Map<StepBody>(rollout, "jump", "Goes to any step of the plan; to a greater share under the conditions of a skip.", (service, id, body, actor, cancel) => service.JumpToStepAsync(id, body.Step, body.Reason, actor, cancel));
        Map<ExtensionBody>(rollout, "extend", "Lets the bake or soak last longer, to at most 14 days in all.", (service, id, body, actor, cancel) => service.ExtendBakeAsync(id, body.Minutes, body.Reason, actor, cancel));
        Map<WhyBody>(rollout, "restart-steps", "Goes back to the first step of a rollout under way.", (service, id, body, actor, cancel) => service.RestartStepsAsync(id, body.Reason, actor, cancel), bodyOptional: true);
        Map<NoBody>(rollout, "adopt", "Takes what somebody else made of the endpoint as wanted; the share bakes anew.", (service, id, _, actor, cancel) => service.AdoptAsync(id, actor, cancel), bodyOptional: true);
        Map<NoBody>(rollout, "restore", "Brings back what the rollout had on the endpoint before somebody else changed it.", (service, id, _, actor, cancel) => service.RestoreAsync(id, actor, cancel), bodyOptional: true);
        Map<ShareBody>(rollout, "share", "Moves the challenger to another share by hand; the step's bake starts again.", (service, id, body, actor, cancel) => service.MoveShareAsync(id, body.ChallengerShare, body.Reason, actor, cancel));
    }

    private static void MapReasoned(IEndpointRouteBuilder rollout, string verb, string summary, Func<IRolloutService, WithReason> command) =>
        Map<ReasonBody>(rollout, verb, summary, (service, id, body, actor, cancel) => command(service)(id, body.Reason.Trim(), actor, cancel));

    private static void Map<TBody>(
        IEndpointRouteBuilder rollout,
        string verb,
        string summary,
        Func<IRolloutService, RolloutId, TBody, string, CancellationToken, Task<CommandResult>> command,
        bool bodyOptional = false)
        where TBody : class
    {
        var route = rollout.MapPost(verb, async (
            string id, Body<TBody> body, HttpContext context, Caller caller, IRolloutService service, ISnapshotFeed<MonitorSnapshot> feed, CancellationToken cancellationToken) =>
            body.Value is ReasonBody reasoned && Reasons.Check(reasoned.Reason) is { } problem ? problem : await command(service, new RolloutId(id), body.Value, caller.Name, cancellationToken) switch
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
