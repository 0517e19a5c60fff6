namespace CanaryConsole.Core.Rollouts;

/// <summary>A plan that may be recorded, or the reason why it may not.</summary>
internal abstract record PreparationResult
{
    private PreparationResult()
    {
    }

    public sealed record Made(PreparedPlan Prepared) : PreparationResult;

    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : PreparationResult;
}
