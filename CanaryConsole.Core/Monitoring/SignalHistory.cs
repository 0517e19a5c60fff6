using System.Collections.Immutable;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>What the guardrails of an endpoint's rollout have read beside request counts, by their names. Replaced whole, so any thread may look.</summary>
internal sealed class SignalHistory
{
    /// <summary>Of each guardrail, the newest.</summary>
    public const int MostPoints = 1_500;

    private volatile Kept _kept = new(null, ImmutableDictionary<string, Signal>.Empty);

    /// <summary>By the guardrail's name; none for another rollout than the one last read for.</summary>
    public IReadOnlyDictionary<string, SignalReading> Of(RolloutId id) => _kept.Rollout == id
        ? _kept.Signals.ToDictionary(signal => signal.Key, signal => signal.Value.Reading, StringComparer.Ordinal)
        : new Dictionary<string, SignalReading>();

    /// <summary>When the guardrail was last asked for; null if never in this rollout.</summary>
    public DateTimeOffset? AskedAt(RolloutId id, string guardrail) => _kept.Rollout == id && _kept.Signals.TryGetValue(guardrail, out var signal) ? signal.AskedAt : null;

    /// <summary>Takes an answer over what was asked from a moment on. A partial answer takes nothing away; an alarm's state replaces the one before.</summary>
    public void Merge(RolloutId id, string guardrail, SignalRequest request, SignalReading answer, DateTimeOffset at)
    {
        var kept = _kept.Rollout == id ? _kept : new Kept(id, ImmutableDictionary<string, Signal>.Empty);
        var known = kept.Signals.GetValueOrDefault(guardrail)?.Reading ?? SignalReading.None;
        var reading = request.Rule is GuardrailRule.AlarmState ? Replace(known, answer) : Add(known, request, answer);
        _kept = kept with { Signals = kept.Signals.SetItem(guardrail, new Signal(reading, at)) };
    }

    private static SignalReading Replace(SignalReading known, SignalReading answer) => answer.Problem is null ? answer : known with { Problem = answer.Problem };

    private static SignalReading Add(SignalReading known, SignalRequest request, SignalReading answer)
    {
        var answered = answer.Points.Select(point => point.Start).ToHashSet();
        return new SignalReading(
            [
                .. known.Points.Where(point => answer.Problem is null ? point.Start < request.From : !answered.Contains(point.Start))
                    .Concat(answer.Points)
                    .OrderBy(point => point.Start)
                    .TakeLast(MostPoints),
            ],
            answer.Problem);
    }

    private sealed record Kept(RolloutId? Rollout, ImmutableDictionary<string, Signal> Signals);

    private sealed record Signal(SignalReading Reading, DateTimeOffset AskedAt);
}
