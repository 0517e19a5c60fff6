using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Forecasts;

/// <summary>What is known of a plan before it starts.</summary>
/// <param name="Outline">Null: the plan cannot be made as it is.</param>
/// <param name="Traffic">Null: the endpoint has none to build on, or is not known to the monitor.</param>
/// <param name="Forecast">Null without an outline or traffic.</param>
/// <param name="Findings">What keeps the guardrails from doing what they are for; empty without an outline.</param>
/// <param name="Problem">Why there is no outline; null when there is one.</param>
/// <param name="Field">The input at fault.</param>
public sealed record Outlook(
    PlanOutline? Outline, TrafficPicture? Traffic, PlanForecast? Forecast, IReadOnlyList<LintFinding> Findings, string? Problem = null, string? Field = null)
{
    /// <summary>What its guardrails on metrics, resources and alarms read of the champion is not known yet: ask for it to be read, and look again.</summary>
    public bool NeedsBaseline { get; init; }

    /// <summary>What would be seen at any share; null without an outline or traffic.</summary>
    public ShareForecast? AtShare(Percentage share) => Outline is not null && Traffic is not null ? Forecaster.AtShare(Outline, Traffic, share) : null;
}
