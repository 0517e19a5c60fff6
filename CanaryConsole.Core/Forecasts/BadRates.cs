using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Forecasts;

/// <summary>How often each arm's requests are bad under a worsening, in one guardrail's sense of bad.</summary>
/// <param name="Challenger">At most 1.</param>
internal readonly record struct BadRates(double Challenger, double Champion)
{
    /// <summary>Null where the worsening is not one that this guardrail watches, or would be none on this traffic.</summary>
    /// <param name="all">The plan's guardrails: a limit on errors is a measure for every guardrail on errors.</param>
    public static BadRates? Of(Worsening worsening, GuardrailRule rule, IReadOnlyList<Guardrail> all, TrafficPicture traffic) => (worsening.Kind, rule) switch
    {
        (WorseningKind.Errors, GuardrailRule.ErrorRateLimit or GuardrailRule.ErrorRateAgainstChampion) => Worse(worsening.Factor * traffic.BadRate(rule), traffic.BadRate(rule)),
        (WorseningKind.ErrorsOfLimit, GuardrailRule.ErrorRateLimit or GuardrailRule.ErrorRateAgainstChampion) when Limit(all) is { } limit =>
            Worse(worsening.Factor * limit, traffic.BadRate(rule)),
        (WorseningKind.Slow, GuardrailRule.LatencyLimit limit) =>
            Worse(worsening.Factor * (1 - limit.Percentile), Math.Min(traffic.BadRate(rule), 1 - limit.Percentile)),
        (WorseningKind.SlowerThanChampion, GuardrailRule.LatencyAgainstChampion) => Worse(worsening.Factor * EvidenceDrift.BeyondP99, EvidenceDrift.BeyondP99),
        _ => null,
    };

    private static BadRates? Worse(double challenger, double champion) => challenger > champion ? new BadRates(Math.Min(1, challenger), champion) : null;

    private static double? Limit(IReadOnlyList<Guardrail> all) => all
        .Select(guardrail => guardrail.Rule)
        .OfType<GuardrailRule.ErrorRateLimit>()
        .Where(rule => rule.Limit.Fraction is > 0 and < 1)
        .Select(rule => (double?)rule.Limit.Fraction)
        .Min();
}
