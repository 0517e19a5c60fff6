using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Forecasts;

namespace CanaryConsole.Presentation.Outlook;

/// <summary>One worsening in the table: when it is seen at the chosen share, and in the plan as it is.</summary>
/// <param name="Guardrail">Which guardrail sees it first at the chosen share.</param>
public sealed record OutlookRow(string Worsening, string? After, string? Harmed, string? Guardrail, Badge InThePlan);

/// <summary>What a plan's guardrails would see, at a share that a person tries out.</summary>
/// <param name="Sentence">Null where there is nothing to build on; <paramref name="Missing"/> says why then.</param>
/// <param name="Basis">On what traffic it stands.</param>
public sealed record OutlookView(string? Sentence, string? Missing, string? Basis, IReadOnlyList<OutlookRow> Rows, IReadOnlyList<LintFinding> Findings)
{
    public const int LeastShare = 1;
    public const int MostShare = 50;

    private static readonly Percentage Small = Percentage.FromPercent(LeastShare);

    /// <param name="percent">The share tried out, 1 to 50.</param>
    public static OutlookView Of(Core.Forecasts.Outlook outlook, int percent)
    {
        if (outlook is not { Outline: { } outline, Traffic: { } traffic, Forecast: { } plan })
        {
            return new OutlookView(null, Why(outlook), null, [], outlook.Findings);
        }

        var share = Percentage.FromPercent(percent);
        var (here, small) = (outlook.AtShare(share)!, percent > LeastShare ? outlook.AtShare(Small) : null);
        return new OutlookView(
            here.Seen is [var first, ..] ? ForecastWords.Sentence(here, small, first.Worsening) : null,
            here.Seen.Count == 0 ? "None of these guardrails counts requests, so there is nothing to forecast." : null,
            $"{RateText.Number(traffic.RequestsPerSecond)} requests a second{(traffic.ByHour.Any(hour => hour is not null) ? ", by the hours of the last day" : " as now")}; the plan brings the challenger {CountText.Of((long)plan.Requests)} in {DurationText.Span(outline.Lasts)}",
            [.. here.Seen.Select(seen => Row(seen, plan))],
            outlook.Findings);
    }

    /// <summary>The share of the first step, as far as the slider goes.</summary>
    public static int FirstShare(Core.Forecasts.Outlook outlook) =>
        outlook.Outline?.Steps is [var first, ..] ? (int)Math.Clamp(Math.Round(first.Share.Percent), LeastShare, MostShare) : 5;

    private static string Why(Core.Forecasts.Outlook outlook) => outlook switch
    {
        { Field: "strategy" } => "SageMaker moves the traffic of this strategy, so there are no steps of weights to look ahead for.",
        { Outline: null } => "The plan needs another look first: a field is wrong.",
        { Outline.Endpoint.Length: 0 } => "Choose an endpoint: the forecast is made from its own traffic.",
        _ => "The endpoint has had no requests lately, so there is no traffic to make a forecast from.",
    };

    private static OutlookRow Row(WorseningForecast seen, PlanForecast plan)
    {
        var whole = plan.Whole.FirstOrDefault(one => one.Worsening == seen.Worsening)?.Detection;
        return new OutlookRow(
            ForecastWords.Of(seen.Worsening),
            seen.Detection is { } here ? ForecastWords.Span(here.After) : null,
            seen.Detection is { } harmed ? ForecastWords.Number(harmed.Harmed) : null,
            seen.Detection?.Guardrail,
            whole is { } detection
                ? new Badge($"in {ForecastWords.Span(detection.After)}", Tone.Good, Glyph.Check)
                : new Badge("not seen", Tone.Warn, Glyph.Alert));
    }
}
