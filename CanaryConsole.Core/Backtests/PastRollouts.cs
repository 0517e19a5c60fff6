using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Backtests;

/// <summary>Judges an endpoint's finished rollouts by another set of guardrails, on the windows that both arms really had.</summary>
internal sealed class PastRollouts(IRolloutService rollouts, HistoryReader history)
{
    private const int MostRead = 200;

    /// <summary>A rollout that soaked for days is looked at for so long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(10);

    /// <summary>Of those that ended since, newest first, at most <paramref name="most"/>.</summary>
    /// <exception cref="CloudException">Metrics could not be read.</exception>
    /// <exception cref="Storage.StoreException">Rollouts could not be read.</exception>
    public async Task<IReadOnlyList<PastRolloutReplay>> ReplayAsync(PlanOutline outline, DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        var states = await rollouts.ListAsync(outline.Endpoint, MostRead, cancellationToken).ConfigureAwait(false);
        var replays = new List<PastRolloutReplay>();
        foreach (var state in states.Where(state => state is { IsFinished: true, Plan.Managed: null } && state.FinishedAt >= since).Take(most))
        {
            if (await rollouts.FindAsync(state.Id, cancellationToken).ConfigureAwait(false) is { } record && ShareSpan.Of(record.Events) is { Count: > 0 } spans)
            {
                replays.Add(await ReplayAsync(outline, record, spans, cancellationToken).ConfigureAwait(false));
            }
        }

        return replays;
    }

    private async Task<PastRolloutReplay> ReplayAsync(PlanOutline outline, RolloutRecord record, IReadOnlyList<ShareSpan> spans, CancellationToken cancellationToken)
    {
        var (from, to) = (spans[0].From, spans[^1].To);
        var until = to - from > Longest ? from + Longest : to;
        var aligned = (From: HistoryReader.Align(from), To: HistoryReader.Align(until) + HistoryReader.Period);
        var challenger = await history.ReadAsync(outline, record.State.Plan.Challenger.VariantName, aligned.From, aligned.To, read: null, cancellationToken).ConfigureAwait(false);
        var champion = await history.ReadAsync(outline, record.State.Plan.ChampionVariant, aligned.From, aligned.To, read: null, cancellationToken).ConfigureAwait(false);
        var seen = Judge(outline, spans, challenger, champion);
        var ending = record.Events.FirstOrDefault(recorded => recorded.Event is RolloutEvent.RollbackStarted)?.Event as RolloutEvent.RollbackStarted;
        return new PastRolloutReplay(record.State.Id, record.State.Phase, ending?.Automatic is true, to - from, seen?.After, seen?.Guardrail);
    }

    /// <summary>When the guardrails would have taken it back; null when they would not have.</summary>
    internal static (TimeSpan After, string Guardrail)? Judge(
        PlanOutline outline, IReadOnlyList<ShareSpan> spans, IReadOnlyList<MetricWindow> challenger, IReadOnlyList<MetricWindow> champion)
    {
        var guards = new ReplayGuards(outline, HistoryReader.Period);
        List<MetricWindow> beside = [];
        foreach (var span in spans)
        {
            // A minute that began before the share was read back belongs to another one.
            var own = challenger.Where(window => window.Start >= span.From && window.Start < span.To).ToList();
            var alone = span.Share >= Percentage.Whole;
            beside = alone ? beside : [.. champion.Where(window => window.Start >= span.From && window.Start < span.To)];
            for (var count = 1; count <= own.Count; count++)
            {
                var at = own[count - 1].End;
                var view = new GuardrailView(at, span.From, own[..count], alone ? beside : [.. beside.Where(window => window.End <= at)], alone, at, Stale, null)
                {
                    GuardedSince = spans[0].From,
                    SetShare = span.Share,
                };
                if (guards.Look(view).FirstOrDefault(guardrail => guardrail is { Enforcing: true, Severity: Severity.Critical }) is { } breached)
                {
                    return (at - spans[0].From, breached.Name);
                }
            }
        }

        return null;
    }
}
