using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a guardrail gets from its plan where it says nothing itself.</summary>
internal sealed record GuardrailUsual(GuardTest Test, int MinimumRequests, int FailedLooks, int Looks);
