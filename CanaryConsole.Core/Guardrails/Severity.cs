namespace CanaryConsole.Core.Guardrails;

/// <summary>What a breach of an enforcing guardrail does.</summary>
public enum Severity
{
    /// <summary>It takes the traffic back.</summary>
    Critical,

    /// <summary>It holds the rollout where it is and calls a person.</summary>
    Warning,
}
