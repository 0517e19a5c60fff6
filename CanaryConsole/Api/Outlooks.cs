using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>What a plan's guardrails would see, before anything starts.</summary>
/// <param name="Findings">What keeps the guardrails from doing what they are for; one that is an error can never fire.</param>
/// <param name="Traffic">What the forecast builds on; absent while the endpoint has none.</param>
/// <param name="Sentence">The forecast of the first step in one sentence.</param>
/// <param name="Forecast">Absent without traffic.</param>
internal sealed record OutlookResource(string Endpoint, IReadOnlyList<LintFinding> Findings, TrafficResource? Traffic, string? Sentence, PlanForecast? Forecast)
{
    private static readonly Percentage Small = Percentage.FromPercent(1);

    public static OutlookResource Of(PlanOutline outline, Outlook outlook) => new(
        outline.Endpoint,
        outlook.Findings,
        outlook.Traffic is { } traffic ? new TrafficResource(traffic.RequestsPerSecond, traffic.Requests, traffic.ChampionP99?.TotalMilliseconds, traffic.ByHour) : null,
        Say(outline, outlook),
        outlook.Forecast);

    private static string? Say(PlanOutline outline, Outlook outlook)
    {
        var share = outline.Steps.Count > 0 ? outline.Steps[0].Share : Percentage.Whole;
        return outlook.AtShare(share) is { Seen: [var first, ..] } forecast
            ? ForecastWords.Sentence(forecast, share > Small ? outlook.AtShare(Small) : null, first.Worsening)
            : null;
    }
}

/// <param name="RequestsPerSecond">Of all variants together, now.</param>
/// <param name="ChampionRequests">What the champion's rates rest on.</param>
/// <param name="ByHour">Requests a second in each hour of the day, from 0 UTC; null for hours not seen.</param>
internal sealed record TrafficResource(double RequestsPerSecond, long ChampionRequests, double? ChampionP99Ms, IReadOnlyList<double?> ByHour);

internal static class Outlooks
{
    public static void MapOutlooks(this IEndpointRouteBuilder api) =>
        api.MapPost("/rollouts/outlook", LookAsync)
            .AsFileWrite<RolloutRequest>()
            .WithTags("Rollouts")
            .WithSummary("What the plan's guardrails would see on the endpoint's own traffic, and what keeps them from it; the body of POST /api/rollouts, whose model may be left out. Starts nothing.")
            .Produces<OutlookResource>();

    private static async Task<IResult> LookAsync(Body<RolloutRequest> body, HttpContext context, IOutlookDesk desk, CancellationToken cancellationToken)
    {
        await desk.ReadDayAsync(body.Value.Endpoint, cancellationToken);
        await desk.ReadBaselineAsync(body.Value, cancellationToken);
        var outlook = desk.Of(body.Value);
        return outlook.Outline is { } outline
            ? Results.Ok(OutlookResource.Of(outline, outlook))
            : Refusals.Of(RefusalKind.Invalid, outlook.Field, outlook.Problem!, context);
    }
}
