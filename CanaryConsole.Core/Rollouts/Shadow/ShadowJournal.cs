using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The shadow stage, told to people.</summary>
public static class ShadowJournal
{
    internal static string Sentence(RolloutEvent.ShadowEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.ShadowEvent.ShadowRequested requested =>
            $"Asked for {ShadowStage.VariantName(plan.Challenger)} as a shadow variant{Copies(plan)}{Nth(requested.Attempt)}.",
        RolloutEvent.ShadowEvent.ShadowReady ready =>
            $"Read back: {ShadowStage.VariantName(plan.Challenger)} shadows {plan.ChampionVariant}, with configuration {ready.ConfigName}.",
        RolloutEvent.ShadowEvent.ShadowJudged judged => $"The shadow has shown enough: {Shown(judged.Evidence)}.",
        RolloutEvent.ShadowEvent.ShadowFinished finished =>
            $"The shadow stage has passed, {finished.Why}: {Shown(finished.Evidence)}. {plan.Challenger.VariantName} becomes a production variant at weight 0 next.",
        RolloutEvent.ShadowEvent.ShadowLost lost => Journal.Stopped("Paused", lost.Why),
        RolloutEvent.ShadowEvent.ShadowRemovalRequested removal =>
            $"Asked to take the shadow variant {ShadowStage.VariantName(plan.Challenger)} away{Nth(removal.Attempt)}.",
        RolloutEvent.ShadowEvent.ShadowRemoved removed =>
            $"Read back: the shadow variant {ShadowStage.VariantName(plan.Challenger)} is gone, with configuration {removed.ConfigName}.",
        _ => throw new UnreachableException(),
    };

    /// <summary>As in "12,400 copied requests, error rate 0.1 % against the champion's 0.12 %, agreement 97.4 % over 500 requests".</summary>
    public static string Shown(ShadowEvidence evidence)
    {
        var copies = string.Create(CultureInfo.InvariantCulture, $"{evidence.Challenger.Requests:N0} copied requests");
        var errors = evidence.Challenger.ErrorRate is { } rate
            ? $", error rate {rate} against the champion's {evidence.Champion.ErrorRate?.ToString() ?? "unknown"}"
            : "";
        var agreement = evidence.Predictions is { Agreement: { } agreed } predictions
            ? string.Create(CultureInfo.InvariantCulture, $", agreement {agreed} over {predictions.Pairs:N0} requests")
            : "";
        return copies + errors + agreement;
    }

    private static string Copies(RolloutPlan plan) => plan.Shadow is { } stage ? $" with copies of {stage.SamplingPercentage} % of the requests" : "";

    private static string Nth(int attempt) => attempt > 1 ? $", attempt {attempt}" : "";
}
