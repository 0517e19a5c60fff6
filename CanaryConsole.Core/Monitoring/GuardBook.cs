using System.Collections.Concurrent;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Monitoring;

/// <summary>
/// The running evidence of every rollout under way, and what its guardrails said at the last look: the same for the engine and for the pages. Safe for any
/// number of threads. Nothing here outlives a restart; it is built again from the windows that can be read back.
/// </summary>
/// <param name="gateway">None where no gateway stands before any endpoint.</param>
internal sealed class GuardBook(IOptions<MonitoringOptions> options, TimeProvider clock, IGatewayCounts? gateway = null)
{
    private readonly ConcurrentDictionary<RolloutId, Entry> _entries = new();

    /// <summary>What every guardrail of the rollout says now; none while its current share has not been read back.</summary>
    public IReadOnlyList<GuardrailAssessment> Look(RolloutState state, EndpointCell cell)
    {
        var at = clock.GetUtcNow();
        if (Assessing.View(state, cell, options.Value.SettleDelay, at) is not { } view)
        {
            return [];
        }

        var entry = _entries.GetOrAdd(state.Id, _ => new Entry(Begin(state, cell)));
        var assessments = entry.Track.Assess(GatewaySight.Add(view, state, gateway));
        entry.Last = new Sight(at, view.Since, assessments);
        return assessments;
    }

    /// <summary>What was last said of the current share; a look of its own where that was too long ago, or of another share.</summary>
    public IReadOnlyList<GuardrailAssessment> Latest(RolloutState state, EndpointCell cell) =>
        state is { IsGuarded: true, EvidenceSince: { } since } && _entries.GetValueOrDefault(state.Id)?.Last is { } last
            && last.Since == since && clock.GetUtcNow() - last.At < options.Value.ActiveInterval
                ? last.Assessments
                : Look(state, cell);

    /// <summary>Forgets every rollout that is not under way any more.</summary>
    public void Keep(IReadOnlyCollection<RolloutId> underWay)
    {
        foreach (var id in _entries.Keys.Except(underWay))
        {
            _entries.TryRemove(id, out _);
        }
    }

    private EvidenceTrack Begin(RolloutState state, EndpointCell cell) => new(
        PlanEvidence.Of(state.Plan, Assessing.PeriodOf(cell), ChampionForm.Of(cell.Metrics.Of(state.Plan.ChampionVariant).Windows, (state.GuardedSince ?? state.EvidenceSince!.Value) - options.Value.SettleDelay), state.ChampionQuantiles), gateway?.Covers(state.Plan.Endpoint) == true && state.Plan.Managed is null);

    private sealed class Entry(EvidenceTrack track)
    {
        public EvidenceTrack Track { get; } = track;

        public Sight? Last { get; set; }
    }

    private sealed record Sight(DateTimeOffset At, DateTimeOffset Since, IReadOnlyList<GuardrailAssessment> Assessments);
}
