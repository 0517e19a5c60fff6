namespace CanaryConsole.Core.Guardrails;

/// <summary>On what terms a sequential guardrail gathers evidence: all fixed before the challenger's first request.</summary>
/// <param name="Alpha">Its part of the false-rollback budget, above 0 and below 1: the chance that it ever speaks of a breach while there is none.</param>
/// <param name="PlannedWindows">H, the windows in which a change may begin; at least 1.</param>
/// <param name="Form">Of comparisons with the champion; limits are always judged by <see cref="EvidenceForm.Independent"/>.</param>
public sealed record EvidenceTerms(double Alpha, int PlannedWindows, EvidenceForm Form)
{
    /// <summary>The same for the gateway's windows of one second.</summary>
    public int PlannedSeconds { get; init; } = PlannedWindows;

    /// <summary>What slow requests are slower than, for a comparison of latencies; null where none is compared.</summary>
    public FrozenQuantiles? ChampionQuantiles { get; init; }

    /// <summary>
    /// The part of a comparison's alpha that pays for the bound on the champion's rate once the arms share no traffic: the bound is that of Clopper and Pearson
    /// at this risk.
    /// </summary>
    public const double BoundPart = 0.1;

    /// <summary>
    /// The part of an error-rate limit's alpha that belongs to its catastrophe tier. Both tiers are one mixture with these weights, so the tier alone is
    /// conclusive at its own part, and together they never need more.
    /// </summary>
    public const double CatastrophePart = 0.25;

    /// <summary>The line at which a guardrail's ln M is conclusive.</summary>
    public double LogLimit(GuardrailRule rule) => -Math.Log(rule is GuardrailRule.ErrorRateAgainstChampion or GuardrailRule.LatencyAgainstChampion ? Alpha * (1 - BoundPart) : Alpha);
}
