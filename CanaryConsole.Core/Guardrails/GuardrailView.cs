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
    string? Problem)
{
    /// <summary>When the challenger first got a share in this rollout: evidence for the whole rollout counts from here.</summary>
    public DateTimeOffset GuardedSince { get; init; } = Since;

    /// <summary>The challenger's windows over all its shares so far, ascending.</summary>
    public IReadOnlyList<MetricWindow> WholeChallenger { get; init; } = Challenger;

    /// <summary>The champion's windows from the same moment on, ascending.</summary>
    public IReadOnlyList<MetricWindow> WholeChampion { get; init; } = Champion;

    /// <summary>The challenger's set share now; null where no weights decide.</summary>
    public Percentage? SetShare { get; init; }

    /// <summary>The champion's latency from before the challenger had traffic; null where the champion had none, or no guardrail compares with it.</summary>
    public FrozenQuantiles? ChampionQuantiles { get; init; }

    /// <summary>What the invocation gateway counted, in windows of one second; null where it does not stand before this endpoint.</summary>
    public GatewayView? Gateway { get; init; }

    /// <summary>What guardrails on other metrics, on resources and on alarms read, by the guardrail's name.</summary>
    public IReadOnlyDictionary<string, SignalReading> Signals { get; init; } = new Dictionary<string, SignalReading>();
}

/// <summary>The gateway's own counts of both arms. The same requests appear later in the endpoint's metrics: never add the two up.</summary>
/// <param name="Challenger">Ascending; none before the rollout's first share.</param>
/// <param name="Champion">Ascending; over the same time.</param>
/// <param name="ChallengerPinned">Of the challenger's requests, those whose caller pinned TargetVariant.</param>
public sealed record GatewayView(IReadOnlyList<MetricWindow> Challenger, IReadOnlyList<MetricWindow> Champion, long ChallengerPinned);
