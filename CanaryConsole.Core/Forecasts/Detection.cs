namespace CanaryConsole.Core.Forecasts;

/// <summary>When a worsening would be seen, in the middle of what may happen.</summary>
/// <param name="Guardrail">Which one sees it first.</param>
/// <param name="After">From the worsening to the breach, with the time that metrics take.</param>
/// <param name="Requests">The challenger's until then.</param>
/// <param name="Harmed">Of those, the bad ones above what the champion would have had.</param>
public sealed record Detection(string Guardrail, TimeSpan After, double Requests, double Harmed);
