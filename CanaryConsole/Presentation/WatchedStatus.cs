using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The status while the challenger has traffic and the guardrails watch it.</summary>
internal static class WatchedStatus
{
    public static StatusLine Baking(RolloutSnapshot rollout, DateTimeOffset now)
    {
        var state = rollout.State;
        var at = $"Baking at {state.ChallengerShare}";
        if (state.WeightsConfirmedAt is null)
        {
            return new(Tone.Info, Glyph.Promote, $"Moving to {state.ChallengerShare}", rollout.Activity is { } activity
                ? SentenceText.Of(activity)
                : $"The weights were asked for {DurationText.Span(now - (state.IntentAt ?? state.PhaseSince))} ago and are not read back yet; the bake starts when they are.");
        }

        return WatchedTrouble.Of(rollout, at, now) ?? (GuardWords.AllHealthy(rollout.Assessments)
            ? new(Tone.Good, Glyph.Check, $"{at}: all guardrails healthy", $"{GuardWords.Healthy(rollout.Assessments)}; {Next(state, rollout.Assessments.Max(assessment => assessment.Evidence.SettledRequests), now)}.")
            : Building(rollout, at));
    }

    public static StatusLine AtGate(RolloutSnapshot rollout, DateTimeOffset now)
    {
        var at = $"At the gate after {rollout.State.ChallengerShare}";
        return WatchedTrouble.Of(rollout, at, now) ?? new(Tone.Warn, Glyph.Hand, $"{at}: waiting for approval", GuardWords.AllHealthy(rollout.Assessments)
            ? $"{GuardWords.Healthy(rollout.Assessments)}. The next step starts when a person approves."
            : $"{Evidence(rollout)} The next step starts when a person approves.");
    }

    public static StatusLine Paused(RolloutSnapshot rollout, DateTimeOffset now)
    {
        var state = rollout.State;
        var why = SentenceText.Of(state.Reason ?? "No reason was given");
        var breach = GuardWords.Breached(rollout.Assessments);
        var shared = breach is null ? GuardWords.Shared(rollout.Assessments) : null;
        var watch = (breach ?? shared) is { } worst
            ? SentenceText.Of(GuardWords.Said(worst))
            : $"The guardrails keep watching{(state.Plan.AutoRollback ? ", and a breach still rolls back" : "")}.";
        if (state.Divergence is { } divergence)
        {
            return new(Tone.Bad, Glyph.Alert, $"Diverged: changed outside this rollout {DurationText.Ago(now - divergence.Since)}",
                $"{SentenceText.Of(divergence.Found.Told)} {(divergence.Restoration is null ? "Adopt it or restore what was there." : "What was there is being restored.")} {watch}");
        }

        return new(breach is null ? Tone.Warn : Tone.Bad, Glyph.Pause, $"Paused at {state.ChallengerShare} for {DurationText.Span(now - state.PhaseSince)}", $"{why} {watch}");
    }

    public static StatusLine Soaking(RolloutSnapshot rollout, DateTimeOffset now)
    {
        const string At = "Soaking at 100 %";
        var left = rollout.State.BakeEnds is { } ends && ends > now ? $"{DurationText.Clock(ends - now)} to go; " : "";
        var warm = rollout.State.Plan.Managed is { } managed
            ? $"{left}the old fleet is gone; a rollback deploys {managed.OldConfig} again."
            : $"{left}{rollout.State.Plan.ChampionVariant} is kept warm for the way back.";
        return WatchedTrouble.Of(rollout, At, now) ?? (GuardWords.AllHealthy(rollout.Assessments)
            ? new(Tone.Good, Glyph.Check, $"{At}: all guardrails healthy", $"{GuardWords.Healthy(rollout.Assessments)}. {SentenceText.Of(warm)}")
            : new(Tone.Info, Glyph.Baking, $"{At}: watching", $"{Evidence(rollout, "So far")} {SentenceText.Of(warm)}"));
    }

    private static StatusLine Building(RolloutSnapshot rollout, string at) =>
        new(Tone.Warn, Glyph.Baking, $"{at}: building up evidence", Evidence(rollout));

    private static string Evidence(RolloutSnapshot rollout, string lead = "Held")
    {
        if (rollout.Assessments.Count == 0)
        {
            return $"{lead}: the guardrails have not been looked at yet.";
        }

        var rates = GuardWords.ErrorRates(rollout.Assessments) is { } said ? $" {said}." : "";
        if (GuardWords.Progress(rollout.Assessments) is { } progress)
        {
            return $"{lead}: {progress}.{rates}";
        }

        // Enough requests, so what is missing is another look or settled windows: the guardrail's own words say which.
        var open = (GuardWords.Voices(rollout.Assessments) is { Count: > 0 } voices ? voices : GuardWords.Enforcing(rollout.Assessments)).FirstOrDefault(assessment => assessment.Verdict is not Core.Guardrails.Verdict.Healthy);
        return open is null ? $"{GuardWords.Healthy(rollout.Assessments)}.{rates}" : $"{lead}: {GuardWords.Said(open).TrimEnd('.')}.{rates}";
    }

    private static string Next(RolloutState state, long settled, DateTimeOffset now)
    {
        var next = state.CurrentStep is { Gate: true }
            ? "the gate"
            : state.Step + 1 < state.Plan.Steps.Count ? state.Plan.Steps[state.Step + 1].Share.ToString() : "100 %";
        if (state.CurrentStep is { MinimumRequests: { } minimum } && settled < minimum)
        {
            return $"{next} follows with {CountText.Of(minimum)} settled requests, {CountText.Of(settled)} are in";
        }

        return state.BakeEnds is { } ends && ends > now ? $"{next} follows in {DurationText.Clock(ends - now)}" : $"{next} follows at the next look";
    }
}
