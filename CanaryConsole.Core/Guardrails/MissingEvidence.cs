namespace CanaryConsole.Core.Guardrails;

/// <summary>What a guardrail does when it has nothing to go by. None of them lets it pass.</summary>
public enum MissingEvidence
{
    /// <summary>The step is held, a person is called after 5 minutes, and the step's deadline takes the traffic back.</summary>
    Hold,

    /// <summary>Held as with <see cref="Hold"/>; at the end of the bake, silence is a breach.</summary>
    Breach,

    /// <summary>The guardrail has no say while it has nothing to go by; at least one other must be healthy.</summary>
    Ignore,
}
