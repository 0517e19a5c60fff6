using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>
/// What one source of windows says for one guardrail: about the challenger, and for a limit also about the champion by the same test and about the two against
/// each other, so that it shows whose fault it is.
/// </summary>
internal sealed class SourceProcesses
{
    private SourceProcesses(GuardProcess own, GuardProcess? champion, GuardProcess? against) => (Own, Champion, Against) = (own, champion, against);

    public GuardProcess Own { get; }

    public GuardProcess? Champion { get; }

    public GuardProcess? Against { get; }

    public static SourceProcesses Of(Guardrail guardrail, EvidenceTerms terms) => guardrail.Rule switch
    {
        GuardrailRule.ErrorRateAgainstChampion rule => new SourceProcesses(
            new ComparisonProcess(window => RuleCounting.Bad(rule, window), rule.Ratio, terms, terms.Alpha * EvidenceTerms.BoundPart), null, null),
        GuardrailRule.LatencyAgainstChampion rule when terms.ChampionQuantiles is { } quantiles => new SourceProcesses(new SlowerProcess(quantiles, rule.Ratio, terms), null, null),
        GuardrailRule.ErrorRateLimit or GuardrailRule.LatencyLimit => new SourceProcesses(
            new LimitProcess(guardrail, terms, ofChampion: false),
            new LimitProcess(guardrail, terms, ofChampion: true),
            new ComparisonProcess(window => RuleCounting.Bad(guardrail.Rule, window), 1, terms, terms.Alpha * EvidenceTerms.BoundPart)),
        _ => throw new ArgumentException($"{guardrail.Rule.GetType().Name} has no sequential test.", nameof(guardrail)),
    };

    public void Add(in WindowPair pair)
    {
        Own.Add(pair);
        Champion?.Add(pair);
        Against?.Add(pair);
    }

    public void Compare(IReadOnlyList<MetricWindow>? championBefore)
    {
        Own.Compare(championBefore);
        Against?.Compare(championBefore);
    }

    public void Forget()
    {
        Own.Forget();
        Champion?.Forget();
        Against?.Forget();
    }

    public SourceProcesses Fork() => new(Own.Fork(), Champion?.Fork(), Against?.Fork());
}
