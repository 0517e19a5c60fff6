namespace CanaryConsole.Core.Guardrails;

/// <summary>A rule over one metric, and how sure it must be before it speaks.</summary>
/// <param name="Name">For people; unique within a plan.</param>
/// <param name="Enforcing">An observing guardrail is shown but neither holds nor rolls back.</param>
/// <param name="MinimumRequests">The challenger's requests a look needs; at least 1.</param>
/// <param name="FailedLooks">N: how many of the latest looks must fail for a breach; 1 to <paramref name="Looks"/>. Of <see cref="GuardTest.FailedLooks"/> only.</param>
/// <param name="Looks">M: how many of the latest looks count; 1 to 60. Of <see cref="GuardTest.FailedLooks"/> only.</param>
public sealed record Guardrail(string Name, GuardrailRule Rule, bool Enforcing, int MinimumRequests, int FailedLooks, int Looks)
{
    /// <summary>How it comes to a breach.</summary>
    public GuardTest Test { get; init; }

    /// <summary>What its breach does.</summary>
    public Severity Severity { get; init; }

    /// <summary>What it does with nothing to go by.</summary>
    public MissingEvidence MissingEvidence { get; init; }

    /// <summary>Its part of the plan's false-rollback budget, relative to the others'; above 0. Of <see cref="GuardTest.Sequential"/> only.</summary>
    public double BudgetWeight { get; init; } = 1;

    /// <summary>
    /// An error-rate limit has a second tier: at every look the evidence that the rate is above the greater of 5 % and ten times the limit, so that a catastrophe
    /// is seen within a handful of requests.
    /// </summary>
    public bool CatastropheTier { get; init; }
}
