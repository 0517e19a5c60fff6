using System.Diagnostics;
using System.Globalization;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Readiness, smoke tests and hooks, told to people. What was sent and answered is not: that is for the page that shows it.</summary>
internal static class ProbeJournal
{
    public static string Sentence(RolloutEvent.ProbeEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.ProbeEvent.SmokeTestAnswered answered => Answered(answered.Exchange),
        RolloutEvent.ProbeEvent.HookAsked asked => $"Asked hook {asked.Name} whether to go on {When(asked.Moment)}.",
        RolloutEvent.ProbeEvent.HookAnswered { Answer.Proceed: true } yes => Journal.Stopped(
            $"Hook {yes.Name} said yes after {Journal.Lasting(yes.Answer.Took)}", yes.Answer.Reason),
        RolloutEvent.ProbeEvent.HookAnswered no => Journal.Stopped($"Hook {no.Name} said no after {Journal.Lasting(no.Answer.Took)}", no.Answer.Reason),
        RolloutEvent.ProbeEvent.ReadinessLost lost => Journal.Stopped("Held, not ready for the next step", Missing(lost.Missing)),
        RolloutEvent.ProbeEvent.ReadinessRestored => $"Ready again: everything that {plan.ChampionVariant} and {plan.Challenger.VariantName} need is there.",
        _ => throw new UnreachableException(),
    };

    /// <summary>What is missing, each with its reason, as a clause.</summary>
    public static string Missing(IEnumerable<ReadinessCheck> missing) => string.Join("; ", missing.Select(check => $"{check.Name}: {check.Why?.TrimEnd('.')}"));

    private static string Answered(SmokeExchange exchange)
    {
        var test = exchange.Test is { } name ? $"Smoke test \"{name}\"" : "Smoke test";
        var tries = exchange.Tries > 1 ? string.Create(CultureInfo.InvariantCulture, $", at try {exchange.Tries}") : "";
        return Journal.Stopped(
            string.Create(CultureInfo.InvariantCulture, $"{test}, request {exchange.Request}: status {exchange.StatusCode} after {Journal.Lasting(exchange.Latency)}{tries}"),
            exchange.Problem);
    }

    private static string When(HookMoment moment) => moment is HookMoment.BeforeTraffic ? "before any traffic" : "after the step to 100 %";
}
