using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>A shadow stage as the API shows it.</summary>
/// <param name="Since">When the shadow variant was read back; absent before and after the stage.</param>
/// <param name="Passed">The stage is over and the steps follow; the figures are as of its end.</param>
/// <param name="Predictions">The newest captured predictions compared; absent without data capture.</param>
/// <param name="PredictionProblem">Why the captures could not be read last.</param>
internal sealed record ShadowResource(
    DateTimeOffset? Since,
    bool Passed,
    ShadowFigures? Champion,
    ShadowFigures? Challenger,
    long? SettledRequests,
    PredictionComparison? Predictions,
    string? PredictionProblem)
{
    /// <summary>Null in a plan without a shadow stage.</summary>
    public static ShadowResource? Of(RolloutState state, RolloutSnapshot? watched) => state.Plan.Shadow is null
        ? null
        : new ShadowResource(
            state.Shadow?.Since,
            state.Shadow is { IsOver: true },
            watched?.Shadow?.Champion ?? state.Shadow?.Evidence?.Champion,
            watched?.Shadow?.Challenger ?? state.Shadow?.Evidence?.Challenger,
            watched?.Shadow?.SettledRequests,
            watched?.Shadow?.Predictions ?? state.Shadow?.Evidence?.Predictions,
            watched?.Shadow?.PredictionProblem);
}
