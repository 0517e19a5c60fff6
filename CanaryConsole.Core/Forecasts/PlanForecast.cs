namespace CanaryConsole.Core.Forecasts;

/// <summary>What a plan's guardrails would see on the endpoint's own traffic.</summary>
/// <param name="Lasts">From the first share to the end of the soak, if nothing holds it.</param>
/// <param name="Requests">The challenger's over all of it.</param>
/// <param name="Whole">For each worsening that is there from the first request on: the guardrail that sees it first, over the whole plan.</param>
/// <param name="Steps">In order; the last is the soak at 100 %.</param>
public sealed record PlanForecast(TimeSpan Lasts, double Requests, IReadOnlyList<WorseningForecast> Whole, IReadOnlyList<StepForecast> Steps);

/// <summary>What is seen of a worsening that begins with the step.</summary>
/// <param name="Share">The challenger's.</param>
/// <param name="Requests">The challenger's in this step.</param>
/// <param name="Seen">One per guardrail and worsening that it watches.</param>
public sealed record StepForecast(Percentage Share, TimeSpan Lasts, double Requests, IReadOnlyList<GuardrailForecast> Seen);

/// <param name="Enforcing">An observing guardrail sees, and does nothing.</param>
/// <param name="Detection">Null: not within this step.</param>
public sealed record GuardrailForecast(string Guardrail, bool Enforcing, Worsening Worsening, Detection? Detection);

/// <param name="Detection">By the guardrail that is first; null when none is within the time looked at.</param>
public sealed record WorseningForecast(Worsening Worsening, Detection? Detection);

/// <summary>What would be seen at one share, however long it takes up to 30 days.</summary>
public sealed record ShareForecast(Percentage Share, IReadOnlyList<WorseningForecast> Seen)
{
    public Detection? Of(Worsening worsening) => Seen.FirstOrDefault(one => one.Worsening == worsening)?.Detection;
}
