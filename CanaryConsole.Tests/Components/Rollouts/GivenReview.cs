using CanaryConsole.Core;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Presentation;

namespace CanaryConsole.Tests.Components.Rollouts;

/// <summary>A review as a test wants it, and a dry run that ends when the test says so.</summary>
internal sealed class GivenReview : IReviewDesk
{
    private readonly RolloutPlan _plan = new RolloutBuilder().Build().State.Plan;

    public string? Refusal { get; set; }

    public TaskCompletionSource<DryRunReport> DryRun { get; } = new();

    public Task<ReviewResult> ReviewAsync(RolloutRequest request, CancellationToken cancellationToken) => Task.FromResult<ReviewResult>(Refusal is { } reason
        ? new ReviewResult.Refused(RefusalKind.Invalid, "packageVersion", reason)
        : new ReviewResult.Made(new PlanReview(
            _plan,
            SnapshotBuilder.Now,
            [new PlannedChange(ChangeKind.Create, "Endpoint configuration", "media-ranker-20261121-1", null, "challenger-v8: 1 x ml.m5.large", "before traffic")],
            [
                new PlannedStage("5 %", Percentage.FromFraction(0.05), SnapshotBuilder.Now.AddMinutes(10), TimeSpan.FromMinutes(10), 1_200, null),
                new PlannedStage("gate", Percentage.FromFraction(0.05), SnapshotBuilder.Now.AddMinutes(20), null, null, 40),
            ],
            ["The challenger's weight is set to 0."],
            ["One person who did not start it."])));

    public Task<DryRunReport> DryRunAsync(RolloutRequest request, CancellationToken cancellationToken) => DryRun.Task.WaitAsync(cancellationToken);
}
