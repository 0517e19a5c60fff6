using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Probes;

namespace CanaryConsole.Presentation;

/// <summary>Says where a rollout stands. One function per phase; the first thing said is the thing that matters most.</summary>
internal static class RolloutStatus
{
    public static StatusLine Describe(
        RolloutSnapshot rollout, EndpointSnapshot? endpoint, IReadOnlyList<SourceHealth> sources, DateTimeOffset now)
    {
        var line = ProbeStatus.NotReady(rollout) ?? OfPhase(rollout, endpoint, now);
        var failing = sources.FirstOrDefault(source => source.FailingSince is not null);
        if (rollout.State.IsFinished || failing is null)
        {
            return line;
        }

        // What stands below is old news; that comes first, whatever else is true.
        var since = DurationText.Span(now - failing.FailingSince!.Value);
        return line with
        {
            Tone = line.Tone == Tone.Bad ? Tone.Bad : Tone.Warn,
            Glyph = line.Tone == Tone.Bad ? line.Glyph : Glyph.Alert,
            Sentence = $"Stale for {since}: {failing.Name} does not answer{(failing.Problem is { } why ? $" ({why.TrimEnd('.')})" : "")}. Last known: {line.Sentence}",
        };
    }

    private static StatusLine OfPhase(RolloutSnapshot rollout, EndpointSnapshot? endpoint, DateTimeOffset now) => rollout.State.Phase switch
    {
        RolloutPhase.Planned => new(Tone.Info, Glyph.Clock, "Planned: about to start", Doing(rollout, "The plan is fixed; preparation starts at the next look.")),
        RolloutPhase.AwaitingApproval => new(Tone.Warn, Glyph.Hand, "Waiting for approval", "Nothing is prepared until a person approves the start."),
        RolloutPhase.Preparing => Preparing(rollout, endpoint, now),
        RolloutPhase.SmokeTesting => ProbeStatus.BeforeTraffic(rollout),
        RolloutPhase.Shadowing => ShadowStatus.Shadowing(rollout, now),
        RolloutPhase.Deploying => new(Tone.Info, Glyph.Promote, "Deploying: SageMaker moves the traffic", Doing(rollout,
            $"The update runs for {DurationText.Span(now - rollout.State.PhaseSince)}. SageMaker shifts from fleet to fleet; on a breach, or by hand, the console's abort alarm sends it back.")),
        RolloutPhase.Restoring => Restoring(rollout, now),
        RolloutPhase.Baking => WatchedStatus.Baking(rollout, now),
        RolloutPhase.AtGate when rollout.State.IsShadowing => ShadowStatus.AtGate(rollout),
        RolloutPhase.AtGate => WatchedStatus.AtGate(rollout, now),
        RolloutPhase.Paused => WatchedStatus.Paused(rollout, now),
        RolloutPhase.Promoting => new(Tone.Info, Glyph.Promote, "Promoting: setting the challenger to 100 %", Doing(rollout,
            $"The weights were asked for {DurationText.Span(now - rollout.State.PhaseSince)} ago and are not read back yet. {Watched(rollout)}")),
        RolloutPhase.Soaking => WatchedStatus.Soaking(rollout, now),
        RolloutPhase.RollingBack => RollbackStatus.Underway(rollout, endpoint, now),
        RolloutPhase.RolledBack => RollbackStatus.Done(rollout),
        RolloutPhase.Completed => Completed(rollout),
        RolloutPhase.Cancelled => new(Tone.Idle, Glyph.Cross, "Cancelled before any traffic moved", SentenceText.Of(rollout.State.Reason ?? "No reason was given")),
        RolloutPhase.Blocked => Blocked(rollout),
    };

    private static StatusLine Preparing(RolloutSnapshot rollout, EndpointSnapshot? endpoint, DateTimeOffset now)
    {
        var challenger = rollout.State.Plan.Challenger;
        var updating = endpoint?.Description.Status is { } status and not EndpointStatus.InService ? $"The endpoint is {status}" : "Asked for the variant";
        return new(Tone.Info, Glyph.Baking, $"Preparing: bringing {challenger.VariantName} onto the endpoint", Doing(rollout,
            $"{updating} for {DurationText.Span(now - rollout.State.PhaseSince)}; {challenger.ModelName} joins at weight 0 and gets no traffic yet."));
    }

    /// <summary>The outcome first: it stands, and what is left is housekeeping.</summary>
    private static StatusLine Restoring(RolloutSnapshot rollout, DateTimeOffset now)
    {
        var state = rollout.State;
        var left = Doing(rollout, $"What the rollout changed around the traffic is put back, for {DurationText.Span(now - state.PhaseSince)} so far.");
        return state.Ending switch
        {
            RolloutPhase.RolledBack => new(Tone.Bad, Glyph.Undo, "Rolled back; restoring the rest", $"All traffic is with {state.Plan.ChampionVariant} again. {left}"),
            RolloutPhase.Cancelled => new(Tone.Idle, Glyph.Gear, "Cancelled; restoring the rest", $"No traffic moved. {left}"),
            _ => new(Tone.Good, Glyph.Gear, $"{RolloutNames.Challenger(state.Plan)} serves all traffic; restoring the rest", left),
        };
    }

    private static StatusLine Completed(RolloutSnapshot rollout)
    {
        var state = rollout.State;
        var took = state.FinishedAt is { } end ? $" It took {DurationText.Span(end - state.PlannedAt)} from the plan to the end." : "";
        var champion = state switch
        {
            { Plan.Managed: not null } => "The old fleet is gone.",
            { IsCold: true } => $"{state.Plan.ChampionVariant} is off the endpoint.",
            _ => $"{state.Plan.ChampionVariant} is still on the endpoint, without traffic.",
        };
        return new(Tone.Good, Glyph.Check, $"Completed: {RolloutNames.Challenger(state.Plan)} serves all traffic",
            $"No guardrail objected on the way.{took} {champion}");
    }

    private static StatusLine Blocked(RolloutSnapshot rollout)
    {
        var share = rollout.State.ChallengerShare;
        var now = share == Percentage.Zero
            ? "The challenger gets no traffic; cancel, or repair the cause."
            : $"The challenger is meant to have {share}; rolling back is always possible.";
        return new(Tone.Bad, Glyph.Alert, "Blocked: a person is needed", $"{SentenceText.Of(rollout.State.Reason ?? "The console cannot go on by itself")} {now}");
    }

    private static string Doing(RolloutSnapshot rollout, string otherwise) =>
        rollout.Activity is { Length: > 0 } activity ? SentenceText.Of(activity) : otherwise;

    private static string Watched(RolloutSnapshot rollout) =>
        rollout.State.Plan.AutoRollback ? "A breach still rolls back by itself." : "A breach pauses and pages.";
}
