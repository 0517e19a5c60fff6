namespace CanaryConsole.Core.Rollouts;

/// <summary>A plan, or the one field that keeps it from being made.</summary>
internal abstract record PlanResult
{
    private PlanResult()
    {
    }

    public sealed record Made(RolloutPlan Plan) : PlanResult;

    public sealed record Invalid(RefusalKind Kind, string Field, string Reason) : PlanResult;
}
