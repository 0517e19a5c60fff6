using System.Globalization;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>One figure of both arms, side by side.</summary>
public sealed record ShadowRow(string Name, string Champion, string Challenger);

/// <summary>How the predictions compare.</summary>
/// <param name="Agreement">"97.4 %".</param>
/// <param name="Detail">The interval, the sample, and what is wanted.</param>
/// <param name="Differences">Null where answers hold no numbers.</param>
public sealed record ShadowPredictions(Tone Tone, string Agreement, string Detail, string? Differences, IReadOnlyList<WorstCase> Worst);

/// <summary>The shadow stage as its card shows it.</summary>
/// <param name="Note">Why predictions are not compared, or not lately; null when there is nothing to say.</param>
public sealed record ShadowView(Badge Badge, string Copies, IReadOnlyList<ShadowRow> Rows, ShadowPredictions? Predictions, string? Note)
{
    /// <summary>Null in a plan without a shadow stage.</summary>
    public static ShadowView? Of(RolloutSnapshot rollout, EndpointDescription? endpoint)
    {
        var state = rollout.State;
        if (state.Plan.Shadow is not { } stage)
        {
            return null;
        }

        var kept = state.Shadow?.Evidence;
        var champion = rollout.Shadow?.Champion ?? kept?.Champion ?? ShadowFigures.None;
        var challenger = rollout.Shadow?.Challenger ?? kept?.Challenger ?? ShadowFigures.None;
        var predictions = rollout.Shadow?.Predictions ?? kept?.Predictions;
        return new(
            Standing(state),
            $"copies of {stage.SamplingPercentage} % of the requests",
            [
                new("requests", CountText.Of(champion.Requests), CountText.Of(challenger.Requests)),
                new("error rate", RateText.Errors(champion.ErrorRate), RateText.Errors(challenger.ErrorRate)),
                new("p50", LatencyText.Of(champion.P50), LatencyText.Of(challenger.P50)),
                new("p99", LatencyText.Of(champion.P99), LatencyText.Of(challenger.P99)),
            ],
            predictions is { Agreement: { } agreement } ? Compared(predictions, agreement, stage) : null,
            Missing(state, rollout.Shadow, predictions, endpoint));
    }

    private static Badge Standing(RolloutState state) => state switch
    {
        { Shadow.IsOver: true } => new("passed", Tone.Good, Glyph.Check, "The figures are as of the end of the stage"),
        { IsShadowing: true, Phase: RolloutPhase.AtGate } => new("waits for approval", Tone.Warn, Glyph.Hand),
        { IsShadowing: true } => new("under way", Tone.Info, Glyph.Flask),
        { Phase: RolloutPhase.RollingBack, Shadow.MayBePresent: true } => new("being removed", Tone.Warn, Glyph.Undo),
        { IsFinished: true } or { Phase: RolloutPhase.RollingBack or RolloutPhase.Restoring } => new("stopped", Tone.Idle, Glyph.Cross),
        _ => new("ahead", Tone.Idle, Glyph.Clock),
    };

    private static ShadowPredictions Compared(PredictionComparison predictions, Percentage agreement, ShadowStage stage) => new(
        stage.MinimumAgreement is not { } minimum ? Tone.Info : predictions.Low >= minimum ? Tone.Good : predictions.High < minimum ? Tone.Bad : Tone.Warn,
        agreement.ToString(),
        string.Create(CultureInfo.InvariantCulture, $"95 % interval {predictions.Low} to {predictions.High}, over the newest {CountText.Of(predictions.Pairs, "request", "requests")}")
            + (stage.MinimumAgreement is { } wanted ? $"; at least {wanted} wanted" : ""),
        predictions.Difference is { } apart
            ? $"numbers apart: mean {Number(apart.Mean)} · p50 {Number(apart.P50)} · p95 {Number(apart.P95)} · most {Number(apart.Maximum)}"
            : null,
        predictions.Worst);

    private static string? Missing(RolloutState state, ShadowSight? sight, PredictionComparison? predictions, EndpointDescription? endpoint) => (sight, predictions) switch
    {
        ({ PredictionProblem: { } problem }, _) => $"The captures could not be read last: {problem}",
        (_, { Pairs: > 0 }) => null,
        _ when endpoint is { Capture: null } => "The endpoint captures no data, so predictions are not compared.",
        ({ }, _) when state.IsShadowing => "No request has been captured of both variants yet.",
        _ => null,
    };

    /// <summary>Three digits that count.</summary>
    public static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
