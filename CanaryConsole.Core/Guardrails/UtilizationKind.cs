namespace CanaryConsole.Core.Guardrails;

/// <summary>Which of an instance's resources.</summary>
public enum UtilizationKind
{
    Cpu,

    Memory,
}
