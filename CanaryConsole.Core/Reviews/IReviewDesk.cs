using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>Looks at a plan before it starts. Nothing here changes anything.</summary>
public interface IReviewDesk
{
    /// <summary>The plan that would be recorded, and what it will do; or the same refusal that a start would get.</summary>
    Task<ReviewResult> ReviewAsync(RolloutRequest request, CancellationToken cancellationToken);

    /// <summary>Asks, by calls that read only, for everything the plan needs: that it exists, and that the console may do what it will have to. At most 60 s.</summary>
    Task<DryRunReport> DryRunAsync(RolloutRequest request, CancellationToken cancellationToken);
}

public abstract record ReviewResult
{
    private ReviewResult()
    {
    }

    public sealed record Made(PlanReview Review) : ReviewResult;

    /// <param name="Field">The request's field; null when it is about none.</param>
    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : ReviewResult;
}

/// <summary>What a dry run found.</summary>
public sealed record DryRunReport(DateTimeOffset At, IReadOnlyList<DryRunCheck> Checks)
{
    public bool Passed => Checks.All(check => check.Result is DryRunResult.Passed or DryRunResult.Warned);
}

/// <summary>One thing that a dry run looked at.</summary>
/// <param name="Name">As in "May update endpoint media-ranker", "Model media-ranker-v8", "Artifact".</param>
/// <param name="Why">What was found and what to do, as a sentence; null where it passed and there is nothing to add.</param>
public sealed record DryRunCheck(string Name, DryRunResult Result, string? Why);

/// <summary>Unknown is what a read-only call cannot tell: said, never taken for passed.</summary>
public enum DryRunResult
{
    Passed,
    Warned,
    Failed,
    Unknown,
}
