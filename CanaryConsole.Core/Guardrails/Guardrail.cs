namespace CanaryConsole.Core.Guardrails;

/// <summary>A rule over one metric, and how sure it must be before it speaks.</summary>
/// <param name="Name">For people; unique within a plan.</param>
/// <param name="Enforcing">An observing guardrail is shown but neither holds nor rolls back.</param>
/// <param name="MinimumRequests">The challenger's requests a look needs; at least 1.</param>
/// <param name="FailedLooks">N: how many of the latest looks must fail for a breach; 1 to <paramref name="Looks"/>.</param>
/// <param name="Looks">M: how many of the latest looks count; 1 to 60.</param>
public sealed record Guardrail(string Name, GuardrailRule Rule, bool Enforcing, int MinimumRequests, int FailedLooks, int Looks);
