namespace CanaryConsole.Core.Guardrails;

/// <summary>What a sequential guardrail takes for granted about the requests within a window; chosen before the challenger has traffic, and never changed after.</summary>
public enum EvidenceForm
{
    /// <summary>They fail independently of each other: quick.</summary>
    Independent,

    /// <summary>Nothing but the mean: bursts are no evidence of their own, and it takes 3 to 10 windows.</summary>
    Robust,
}
