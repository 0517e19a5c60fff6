using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Predictions;

namespace CanaryConsole.Core.Rollouts;

/// <summary>One arm's figures over the shadow stage, as they are shown and kept.</summary>
/// <param name="P50">Of the windows' medians the median; null when latency was not delivered.</param>
/// <param name="P99">Of the windows' 99th percentiles the median.</param>
public sealed record ShadowFigures(long Requests, long Errors, TimeSpan? P50, TimeSpan? P99)
{
    public static ShadowFigures None { get; } = new(0, 0, null, null);

    /// <summary>Null without requests.</summary>
    public Percentage? ErrorRate => Requests > 0 ? Percentage.FromFraction(Math.Min(1, (double)Errors / Requests)) : null;
}

/// <summary>What one look sees of a shadow stage.</summary>
/// <param name="SettledRequests">The challenger's requests in windows old enough to be final.</param>
/// <param name="Predictions">The newest captured predictions compared; null without data capture, or before the first reading.</param>
/// <param name="PredictionProblem">Why the captures could not be read last; null when they could.</param>
public sealed record ShadowSight(
    ShadowFigures Champion, ShadowFigures Challenger, long SettledRequests, PredictionComparison? Predictions, string? PredictionProblem)
{
    public static ShadowSight None { get; } = new(ShadowFigures.None, ShadowFigures.None, 0, null, null);
}

/// <summary>What a shadow stage had shown when it ended; the steps after it refer to it.</summary>
public sealed record ShadowEvidence(
    ShadowFigures Champion, ShadowFigures Challenger, PredictionComparison? Predictions, IReadOnlyList<GuardrailAssessment> Assessments);
