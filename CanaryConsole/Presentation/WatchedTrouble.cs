using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>What matters more than any progress: a breach, a cause that both arms share, or nothing to go by.</summary>
internal static class WatchedTrouble
{
    /// <summary>Null while there is none.</summary>
    public static StatusLine? Of(RolloutSnapshot rollout, string at, DateTimeOffset now)
    {
        var assessments = rollout.Assessments;
        if (GuardWords.Breached(assessments) is { } breach)
        {
            return Breached(rollout, breach, at);
        }

        if (GuardWords.Shared(assessments) is { } shared)
        {
            return new(Tone.Warn, Glyph.Alert, $"{at}: both arms degraded together",
                $"Held, not rolled back: {GuardWords.Said(shared).TrimEnd('.')}. Look for what both lean on; the champion would fare no better.");
        }

        return GuardWords.Unseen(assessments) is { } unseen ? Unseen(rollout.State, unseen, at, now) : null;
    }

    private static StatusLine Breached(RolloutSnapshot rollout, GuardrailAssessment breach, string at)
    {
        var said = SentenceText.Of(GuardWords.Said(breach));
        if (breach.Guardrail.Severity is Severity.Warning)
        {
            return new(Tone.Warn, Glyph.Alert, $"{at}: a warning guardrail is in breach", $"{said} Held, and a person is called; a warning takes nothing back.");
        }

        return new(Tone.Bad, Glyph.Cross, $"{at}: a guardrail is in breach",
            $"{said} {(rollout.State.Plan.AutoRollback ? "The rollback starts now." : "Automatic rollback is off: a person must decide.")}");
    }

    private static StatusLine Unseen(RolloutState state, GuardrailAssessment unseen, string at, DateTimeOffset now)
    {
        var blind = unseen.Verdict is Verdict.Blind;
        var since = state.EvidenceMissingSince is { } from && from < now ? $" for {DurationText.Span(now - from)}" : "";
        return new(Tone.Warn, blind ? Glyph.EyeOff : Glyph.Alert, $"{at}: {(blind ? "blind" : "nothing to go by")}{since}",
            $"Held: {GuardWords.Said(unseen).TrimEnd('.')}. {(blind ? "Not seeing is neither health nor a breach" : "Missing data never passes a step")}{Called(state)}.");
    }

    private static string Called(RolloutState state) => state.Paged
        ? "; a person was called"
        : $"; a person is called after {DurationText.Span(RolloutDefaults.PageAfter)}";
}
