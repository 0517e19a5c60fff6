using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The status while the challenger gets copies and answers nobody.</summary>
internal static class ShadowStatus
{
    public static StatusLine Shadowing(RolloutSnapshot rollout, DateTimeOffset now)
    {
        var state = rollout.State;
        if (GuardWords.Breached(rollout.Assessments) is { } breach)
        {
            return new(Tone.Bad, Glyph.Cross, "Shadowing: a guardrail is in breach", $"{SentenceText.Of(GuardWords.Said(breach))} No client has seen an answer of the challenger.");
        }

        if (Held(rollout) is { } held)
        {
            return new(Tone.Warn, Glyph.Alert, "Shadowing: held", SentenceText.Of(held));
        }

        var left = state.BakeEnds is { } ends && ends > now ? $"{DurationText.Clock(ends - now)} to go. " : "";
        return GuardWords.AllHealthy(rollout.Assessments)
            ? new(Tone.Good, Glyph.Flask, "Shadowing: all guardrails healthy", $"{Copies(rollout)}{left}Its answers are measured and reach no client.")
            : new(Tone.Info, Glyph.Flask, "Shadowing: building up evidence", $"{Copies(rollout)}{left}Its answers are measured and reach no client.");
    }

    public static StatusLine AtGate(RolloutSnapshot rollout) => new(
        Tone.Warn,
        Glyph.Hand,
        "At the gate after the shadow stage: waiting for approval",
        $"{(rollout.State.Shadow?.Evidence is { } shown ? $"The shadow has shown {ShadowJournal.Shown(shown)}. " : "")}It goes on shadowing until a person approves.");

    private static string Copies(RolloutSnapshot rollout) => rollout is { Shadow: { } sight, State.Plan.Shadow: { } stage }
        ? $"{CountText.Of(sight.SettledRequests)} of {CountText.Of(stage.MinimumRequests)} settled copies answered. "
        : "";

    private static string? Held(RolloutSnapshot rollout) => rollout.State is { EvidenceMissingSince: null, HoldTopic: null }
        ? null
        : rollout.Events.Reverse().Select(recorded => recorded.Event switch
        {
            RolloutEvent.StepHeld held => held.Why,
            RolloutEvent.EvidenceLost lost => $"nothing to go by: {lost.Why}",
            _ => null,
        }).FirstOrDefault(why => why is not null);
}
