using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The status of a rollback: which kind is under way and for how long, or how it ended.</summary>
internal static class RollbackStatus
{
    public static StatusLine Underway(RolloutSnapshot rollout, EndpointSnapshot? endpoint, DateTimeOffset now)
    {
        var trying = DurationText.Span(now - rollout.State.PhaseSince);
        var why = Why(rollout);
        var delay = rollout.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.RollbackDelayed>().LastOrDefault();
        return endpoint?.Description.Status switch
        {
            EndpointStatus.InService when IsManaged(rollout) => new(Tone.Bad, Glyph.Undo, "Rolling back: the old configuration is deployed again",
                $"{why} Trying for {trying}.{Doing(rollout)}"),
            EndpointStatus.Updating or EndpointStatus.RollingBack when IsManaged(rollout) => new(Tone.Bad, Glyph.Undo, "Rolling back: SageMaker returns to the old fleet",
                $"{why} The abort alarm tells the deployment to turn back; nothing else can change the endpoint until it has. Waiting for {trying}.{Doing(rollout)}"),
            EndpointStatus.InService when delay is null || rollout.Activity is not null => new(Tone.Bad, Glyph.Undo, "Rolling back: setting the weights now",
                $"{why} All traffic goes back to {rollout.State.Plan.ChampionVariant}; trying for {trying}, not read back yet.{Doing(rollout)}"),
            EndpointStatus.InService => new(Tone.Bad, Glyph.Undo, "Rolling back: setting the weights again",
                $"{why} {SentenceText.Of(delay.Why)} Trying for {trying}."),
            EndpointStatus.Updating or EndpointStatus.SystemUpdating or EndpointStatus.RollingBack or EndpointStatus.Creating => new(Tone.Bad, Glyph.Undo,
                $"Rolling back: waiting for the endpoint to leave {endpoint.Description.Status}",
                $"{why} The endpoint takes no change until then; the weights are set the moment it does. Waiting for {trying}.{Doing(rollout)}"),
            { } other => new(Tone.Bad, Glyph.Alert, $"Rolling back: the endpoint is {other}",
                $"{why} A person is needed: the endpoint does not take weights in this state. Trying for {trying}.{Doing(rollout)}"),
            null => new(Tone.Bad, Glyph.Alert, "Rolling back: the endpoint cannot be seen",
                $"{why} The weights are set as soon as the cloud answers. Trying for {trying}.{Doing(rollout)}"),
        };
    }

    public static StatusLine Done(RolloutSnapshot rollout)
    {
        var start = rollout.Events.LastOrDefault(recorded => recorded.Event is RolloutEvent.RollbackStarted);
        var end = rollout.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.RolledBack>().LastOrDefault();
        var automatic = start?.Event is RolloutEvent.RollbackStarted { Automatic: true };
        var took = (end, rollout.State.Plan.Managed) switch
        {
            (null, _) => "",
            (_, { } managed) => $" The endpoint was read back on {managed.OldConfig}, {DurationText.Span(end.Took)} after the decision.",
            _ => $" The challenger was read back at 0 %, {DurationText.Span(end.Took)} after the decision.",
        };
        var who = automatic || start is null ? "by itself" : $"by {start.Actor}";
        return new(Tone.Bad, Glyph.Undo, $"Rolled back {who}", $"{Why(rollout)}{took}");
    }

    private static bool IsManaged(RolloutSnapshot rollout) => rollout.Events.Any(recorded => recorded.Event is RolloutEvent.ManagedEvent);

    private static string Why(RolloutSnapshot rollout) => SentenceText.Of(rollout.State.Reason ?? "No reason was given");

    private static string Doing(RolloutSnapshot rollout) =>
        rollout.Activity is { Length: > 0 } activity ? " " + SentenceText.Of(activity) : "";
}
