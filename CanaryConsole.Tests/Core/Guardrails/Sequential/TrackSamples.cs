using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

/// <summary>Sequential guardrails, and tracks that have seen windows.</summary>
internal static class TrackSamples
{
    public static readonly Guardrail Errors = ErrorRate with { Test = GuardTest.Sequential };

    public static readonly Guardrail Catastrophes = Errors with { CatastropheTier = true };

    public static readonly Guardrail Slow = Latency with { Test = GuardTest.Sequential };

    public static readonly Guardrail Worse = Comparison with { Test = GuardTest.Sequential };

    public static readonly EvidenceTerms Terms = new(0.01 / 3, 540, EvidenceForm.Independent);

    public static EvidenceTrack Track(params Guardrail[] guardrails) => new(guardrails.Select(guardrail => (guardrail, (EvidenceTerms?)Terms)), hasGateway: false);

    /// <summary>One look at all of it.</summary>
    public static GuardrailAssessment Assess(Guardrail guardrail, GuardrailView view) => Track(guardrail).Assess(view)[0];

    /// <summary>Windows with errors drawn at a rate.</summary>
    public static List<MetricWindow> Drawn(Random random, int count, int requests, double rate) =>
        [.. Series(count, requests).Select(window => window with { Errors = Enumerable.Range(0, requests).Count(_ => random.NextDouble() < rate) })];
}
