using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Reads what guardrails watch beside request counts, for the rollouts that have such guardrails, all in one batch with a limit of its own.</summary>
/// <param name="source">None where the console can read request counts only.</param>
internal sealed class SignalWatch(SourceTracker sources, IOptions<MonitoringOptions> options, TimeProvider clock, WallClock wall, ISignalSource? source = null)
{
    /// <summary>Longer than that nobody waits for it: the next tick asks again.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Reading metrics costs money, and values come once a minute; alarms are free to look at.</summary>
    private static readonly TimeSpan MetricsEvery = TimeSpan.FromSeconds(30);

    /// <summary>The newest values may still change, so they are read again.</summary>
    private static readonly TimeSpan Reread = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Readable = TimeSpan.FromHours(3);

    public static bool IsWatched(GuardrailRule rule) => rule is GuardrailRule.UtilizationLimit or GuardrailRule.MetricLimit or GuardrailRule.AlarmState;

    /// <summary>Reads what is due; what does not come is a problem of those guardrails, and of nothing else.</summary>
    public async Task ReadAsync(IReadOnlyList<(EndpointCell Cell, RolloutState State)> active, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        List<Asked> asked = [.. active.Where(one => one.State is { IsGuarded: true, EvidenceSince: not null }).SelectMany(one => Due(one.Cell, one.State, at))];
        if (asked.Count == 0)
        {
            return;
        }

        if (source is null)
        {
            Fail(asked, "this console has nowhere to read metrics and alarms from", at);
            return;
        }

        using var limit = new CancellationTokenSource(Limit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answers = await source.ReadAsync([.. asked.Select(one => one.Request)], either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            foreach (var (one, answer) in asked.Zip(answers))
            {
                one.Cell.Signals.Merge(one.Rollout, one.Guardrail, one.Request, answer, at);
            }

            sources.Succeeded(SourceTracker.Signals);
        }
        catch (CloudException failure)
        {
            Fail(asked, failure.Message, at);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Fail(asked, $"CloudWatch did not answer within {Limit.TotalSeconds:0} s.", at);
        }
    }

    private IEnumerable<Asked> Due(EndpointCell cell, RolloutState state, DateTimeOffset at)
    {
        foreach (var guardrail in state.Plan.Guardrails.Where(guardrail => IsWatched(guardrail.Rule)))
        {
            var every = guardrail.Rule is not GuardrailRule.AlarmState && options.Value.ActiveInterval < MetricsEvery ? MetricsEvery : options.Value.ActiveInterval;
            if (cell.Signals.AskedAt(state.Id, guardrail.Name) is not { } asked || at - asked >= every * 0.9)
            {
                yield return new Asked(cell, state.Id, guardrail.Name, Request(cell, state, guardrail, at));
            }
        }
    }

    private static SignalRequest Request(EndpointCell cell, RolloutState state, Guardrail guardrail, DateTimeOffset at)
    {
        var known = cell.Signals.Of(state.Id).GetValueOrDefault(guardrail.Name);
        var from = known is { Problem: null, Points.Count: > 0 } ? known.Points[^1].Start - Reread : state.EvidenceSince!.Value;
        var variant = state.IsShadowing ? ShadowStage.VariantName(state.Plan.Challenger) : state.Plan.Challenger.VariantName;
        var period = Assessing.PeriodOf(cell);
        return new SignalRequest(
            cell.Name, variant, guardrail.Rule, from > at - Readable ? from : at - Readable, guardrail.Rule is GuardrailRule.AlarmState ? at : at + period, period);
    }

    private void Fail(List<Asked> asked, string problem, DateTimeOffset at)
    {
        sources.Failed(SourceTracker.Signals, problem);
        foreach (var one in asked)
        {
            one.Cell.Signals.Merge(one.Rollout, one.Guardrail, one.Request, new SignalReading([], problem), at);
        }
    }

    private sealed record Asked(EndpointCell Cell, RolloutId Rollout, string Guardrail, SignalRequest Request);
}
