using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Reviews;

internal sealed class ReviewDesk(PlanPreparation preparation, ReviewGrounds grounds, DryRun dryRun, IScalingControl scaling) : IReviewDesk
{
    public async Task<ReviewResult> ReviewAsync(RolloutRequest request, CancellationToken cancellationToken)
    {
        switch (await preparation.PrepareAsync(request, cancellationToken).ConfigureAwait(false))
        {
            case PreparationResult.Refused refused:
                return new ReviewResult.Refused(refused.Kind, refused.Field, refused.Reason);
            case PreparationResult.Made made:
                try
                {
                    var ground = await grounds.GatherAsync(made.Prepared, cancellationToken).ConfigureAwait(false);
                    return new ReviewResult.Made(new PlanReview(
                        ground.Plan, ground.From, PlannedChanges.Of(ground, scaling), PlannedTimeline.Of(ground), RollbackWords.Of(ground), ApprovalWords.Of(ground)));
                }
                catch (Exception failure) when (failure is CloudException or StoreException)
                {
                    return new ReviewResult.Refused(RefusalKind.Unavailable, null, failure.Message);
                }

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public Task<DryRunReport> DryRunAsync(RolloutRequest request, CancellationToken cancellationToken) => dryRun.RunAsync(request, cancellationToken);
}
