using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Probes;

/// <summary>The status while smoke tests, hooks or readiness are what a rollout waits for.</summary>
internal static class ProbeStatus
{
    /// <summary>Null when a step is not held for what it needs, or when there is worse to say.</summary>
    public static StatusLine? NotReady(RolloutSnapshot rollout)
    {
        var isHeld = rollout.State is { Phase: RolloutPhase.SmokeTesting or RolloutPhase.Baking or RolloutPhase.AtGate, Probes.NotReady: not null };
        if (!isHeld || rollout.Assessments.Any(assessment => assessment.Verdict is Verdict.Breach))
        {
            return null;
        }

        var missing = rollout.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.ProbeEvent.ReadinessLost>().Last().Missing;
        return new(
            Tone.Warn,
            Glyph.Pause,
            "Held: not ready for the next step",
            $"{SentenceText.Of(string.Join("; ", missing.Select(check => $"{check.Name}: {check.Why?.TrimEnd('.')}")))} It goes on by itself once that is healed; rolling back is always possible.");
    }

    public static StatusLine BeforeTraffic(RolloutSnapshot rollout)
    {
        var challenger = rollout.State.Plan.Challenger.VariantName;
        return rollout.State.Probes switch
        {
            { SmokeTestPassed: false } => new(Tone.Info, Glyph.Baking, "Smoke test: asking the challenger alone", Doing(rollout, Requests(rollout.State.Plan))),
            { HookAskedAt: not null } => new(Tone.Info, Glyph.Hand, "Asking a hook before any traffic", Doing(rollout, "It has to say yes.")),
            _ => new(Tone.Info, Glyph.Check, "Smoke test passed: looking whether everything is ready", Doing(rollout, $"{challenger} gets its first share right after.")),
        };
    }

    private static string Requests(RolloutPlan plan)
    {
        var requests = CountText.Of(plan.AllSmokeTests.Sum(test => test.Requests), "request", "requests");
        var limit = LatencyText.Of(plan.AllSmokeTests.Max(test => test.LatencyLimit));
        return $"{requests} to {plan.Challenger.VariantName} alone; each must be answered within {limit}.";
    }

    private static string Doing(RolloutSnapshot rollout, string otherwise) => rollout.Activity is { Length: > 0 } activity ? SentenceText.Of(activity) : otherwise;
}
