namespace CanaryConsole.Core.Guardrails;

/// <summary>How a guardrail comes from what it counts to a breach.</summary>
public enum GuardTest
{
    /// <summary>So many of the latest looks beyond the limit. Simple, and without a promise about false rollbacks. What plans of older consoles mean.</summary>
    FailedLooks,

    /// <summary>Evidence valid at every look: the chance of a false rollback is at most the guardrail's part of the plan's budget over the whole rollout.</summary>
    Sequential,
}
