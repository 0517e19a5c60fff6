using System.Collections.Concurrent;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Readiness;

/// <summary>Asks the probe when a step is about to end, at most about once a minute and beside the looks, and keeps the latest report of each rollout.</summary>
internal sealed class ReadinessTracker(IReadinessProbe probe, MonitorNudge nudge, TimeProvider clock) : IReadinessDesk, IDisposable
{
    private const int MostRollouts = 1_000;

    /// <summary>Between two looks at the same rollout's things: calls cost.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<RolloutId, ReadinessReport> _reports = new();
    private readonly ConcurrentDictionary<RolloutId, bool> _wanted = new();
    private readonly Errands<RolloutId, ReadinessReport> _errands = new(nudge, clock);

    /// <summary>The latest report; null before the first. Asks for the next one where it is due, without waiting for it.</summary>
    public ReadinessReport? Of(RolloutState state, DateTimeOffset at)
    {
        if (IsDue(state, at) && _errands.Collect(state.Id, state.Plan.Endpoint, token => AskAsync(state.Plan, token)) is { IsCompletedSuccessfully: true } told)
        {
            Keep(state.Id, told.Result);
        }

        return Latest(state.Id);
    }

    public ReadinessReport? Latest(RolloutId id) => _reports.GetValueOrDefault(id);

    public void CheckNow(RolloutId id, string endpoint)
    {
        if (_wanted.Count < MostRollouts)
        {
            _wanted[id] = true;
        }

        nudge.Look(endpoint);
    }

    public void Dispose() => _errands.Dispose();

    private bool IsDue(RolloutState state, DateTimeOffset at) =>
        state is { IsFinished: false, Plan.Readiness: not null }
        && (_wanted.ContainsKey(state.Id) || (IsBeforeAStep(state, at) && !(Latest(state.Id) is { } latest && at - latest.At < Interval)));

    private static bool IsBeforeAStep(RolloutState state, DateTimeOffset at) => state.Phase switch
    {
        RolloutPhase.SmokeTesting => state.Probes.SmokeTestPassed,
        RolloutPhase.Baking => state.BakeEnds - at <= Interval,
        RolloutPhase.AtGate => true,
        _ => false,
    };

    private async Task<ReadinessReport> AskAsync(RolloutPlan plan, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var question = new ReadinessQuestion(plan.Endpoint, plan.Readiness!.ConfigName, plan.ChampionVariant);
        return new ReadinessReport(at, await probe.CheckAsync(question, cancellationToken).ConfigureAwait(false));
    }

    private void Keep(RolloutId id, ReadinessReport report)
    {
        if (_reports.Count >= MostRollouts)
        {
            _reports.Clear();
        }

        _reports[id] = report;
        _wanted.TryRemove(id, out _);
    }
}
