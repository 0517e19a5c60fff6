namespace CanaryConsole.Core.Deployments;

/// <summary>Something that keeps an alarm from doing what it is for.</summary>
/// <param name="IsError">Refuses the plan; a warning is shown instead.</param>
/// <param name="Field">The input at fault, in the API's spelling.</param>
/// <param name="Reason">One sentence that names the alarm, the value and the bound.</param>
public sealed record LintFinding(bool IsError, string Field, string Reason);

/// <summary>What an alarm is to watch.</summary>
/// <param name="Bake">How long a step waits; an alarm that looks back longer cannot end it.</param>
/// <param name="MetricPeriod">How often the endpoint publishes.</param>
/// <param name="RequestsPerSecond">Of the new fleet in the first step; null when not known.</param>
public sealed record LintContext(TimeSpan Bake, TimeSpan MetricPeriod, double? RequestsPerSecond);
