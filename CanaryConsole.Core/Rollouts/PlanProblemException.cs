namespace CanaryConsole.Core.Rollouts;

/// <summary>Leaves the building of a plan at the first wrong field; never leaves this folder.</summary>
internal sealed class PlanProblemException(RefusalKind kind, string field, string reason) : Exception(reason)
{
    public RefusalKind Kind { get; } = kind;

    public string Field { get; } = field;
}
