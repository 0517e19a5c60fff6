using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What a guardrail may look at: the windows of both arms that belong to the current share.</summary>
/// <param name="At">The time of the look.</param>
/// <param name="Since">When the current share was read back.</param>
/// <param name="Challenger">Ascending; none before <paramref name="Since"/>.</param>
/// <param name="Champion">Ascending; over the same time, or its last shared time when <paramref name="ChampionFrozen"/>.</param>
/// <param name="ChampionFrozen">The champion gets no traffic any more: all its windows stand against every look.</param>
/// <param name="SettledBefore">A window that ended at or before this moment is final.</param>
/// <param name="StaleAfter">Silence of the challenger's metrics longer than this counts as no data.</param>
/// <param name="Problem">Why the last read was not whole; null when it was.</param>
public sealed record GuardrailView(
    DateTimeOffset At,
    DateTimeOffset Since,
    IReadOnlyList<MetricWindow> Challenger,
    IReadOnlyList<MetricWindow> Champion,
    bool ChampionFrozen,
    DateTimeOffset SettledBefore,
    TimeSpan StaleAfter,
    string? Problem);
