using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Commands in, results out: the thin shell around the ledger.</summary>
internal sealed class RolloutService(
    RolloutLedger ledger,
    RolloutStarter starter,
    ISnapshotFeed<MonitorSnapshot> feed,
    MonitorNudge nudge,
    IRolloutRecords records,
    ArtifactSeal seal,
    TimeProvider clock) : IRolloutService
{
    public async Task<CommandResult> StartAsync(RolloutRequest request, string actor, CancellationToken cancellationToken)
    {
        var result = await starter.StartAsync(request, wave: null, behind: null, actor, cancellationToken).ConfigureAwait(false);
        if (result is CommandResult.Accepted accepted)
        {
            nudge.Look(accepted.State.Plan.Endpoint);
        }

        return result;
    }

    public async Task<CommandResult> RestartAsync(RolloutId id, string actor, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(id, cancellationToken).ConfigureAwait(false) switch
            {
                null => Unknown(id),
                { State.IsFinished: false } active => new CommandResult.Refused(
                    RefusalKind.Conflict, null, $"Rollout {id} cannot be started again while {active.State.Phase}: it is not finished."),
                { } finished => await StartAsync(finished.Request, actor, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (StoreException failure)
        {
            return new CommandResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    public async Task<CommandResult> ApproveAsync(RolloutId id, string? comment, string? planDigest, string actor, CancellationToken cancellationToken)
    {
        try
        {
            // Only a start is bound to the artifact; at a gate it runs already.
            if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is { State: { Phase: RolloutPhase.AwaitingApproval } waiting }
                && await seal.BrokenAsync(waiting.Plan, cancellationToken).ConfigureAwait(false) is { } broken)
            {
                return new CommandResult.Refused(RefusalKind.Conflict, null, $"Rollout {id} cannot be approved: {broken}.");
            }
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            return new CommandResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }

        return await ExecuteAsync(id, new RolloutInput.Approve(clock.GetUtcNow(), actor, comment, planDigest), cancellationToken).ConfigureAwait(false);
    }

    public Task<CommandResult> PauseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.Pause(clock.GetUtcNow(), actor, reason), cancellationToken);

    public Task<CommandResult> ResumeAsync(RolloutId id, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.Resume(clock.GetUtcNow(), actor), cancellationToken);

    public Task<CommandResult> PromoteAsync(RolloutId id, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.Promote(clock.GetUtcNow(), actor, Assessments(id)), cancellationToken);

    public Task<CommandResult> MoveShareAsync(RolloutId id, double challengerShare, string? reason, string actor, CancellationToken cancellationToken) =>
        challengerShare is > 0 and < 1
            ? ExecuteAsync(id, new RolloutInput.MoveShare(clock.GetUtcNow(), actor, Percentage.FromFraction(challengerShare), reason), cancellationToken)
            : Task.FromResult<CommandResult>(new CommandResult.Refused(
                RefusalKind.Invalid,
                "challengerShare",
                FormattableString.Invariant($"challengerShare is {challengerShare}; it must be above 0 and below 1: roll back for 0, promote for 1.")));

    public Task<CommandResult> RollBackAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.RollBack(clock.GetUtcNow(), actor, reason, Assessments(id)), cancellationToken);

    public Task<CommandResult> CancelAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.Cancel(clock.GetUtcNow(), actor, reason), cancellationToken);

    public Task<CommandResult> RefuseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.Refuse(clock.GetUtcNow(), actor, reason, Assessments(id)), cancellationToken);

    public Task<CommandResult> SkipStepAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.SkipStep(clock.GetUtcNow(), actor, reason, Assessments(id)), cancellationToken);

    public Task<CommandResult> JumpToStepAsync(RolloutId id, int step, string? reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.JumpToStep(clock.GetUtcNow(), actor, step, reason, Assessments(id)), cancellationToken);

    public Task<CommandResult> ExtendBakeAsync(RolloutId id, double minutes, string? reason, string actor, CancellationToken cancellationToken) =>
        minutes >= RolloutDefaults.LeastExtension.TotalMinutes && minutes <= RolloutDefaults.MostExtension.TotalMinutes
            ? ExecuteAsync(id, new RolloutInput.ExtendBake(clock.GetUtcNow(), actor, TimeSpan.FromMinutes(minutes), reason), cancellationToken)
            : Task.FromResult<CommandResult>(new CommandResult.Refused(
                RefusalKind.Invalid, "minutes", FormattableString.Invariant($"minutes is {minutes}; an extension is between 1 and 10,080 minutes (7 days).")));

    public Task<CommandResult> RestartStepsAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.RestartSteps(clock.GetUtcNow(), actor, reason, Assessments(id)), cancellationToken);

    public Task<CommandResult> AdoptAsync(RolloutId id, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.Adopt(clock.GetUtcNow(), actor), cancellationToken);

    public Task<CommandResult> RestoreAsync(RolloutId id, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.Restore(clock.GetUtcNow(), actor), cancellationToken);

    public Task<CommandResult> LeaveRestAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) =>
        ExecuteAsync(id, new RolloutInput.TaskInput.LeaveRest(clock.GetUtcNow(), actor, reason), cancellationToken);

    public Task<RolloutRecord?> FindAsync(RolloutId id, CancellationToken cancellationToken) => records.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<RolloutState>> ListAsync(string? endpoint, int limit, CancellationToken cancellationToken) => records.ListAsync(endpoint, limit, cancellationToken);

    private IReadOnlyList<GuardrailAssessment> Assessments(RolloutId id) => feed.Current.Rollout(id)?.Assessments ?? [];

    private static CommandResult.Refused Unknown(RolloutId id) => new(RefusalKind.NotFound, "rolloutId", $"There is no rollout \"{id}\".");

    private async Task<CommandResult> ExecuteAsync(RolloutId id, RolloutInput command, CancellationToken cancellationToken)
    {
        try
        {
            switch (await ledger.ApplyAsync(id, command, cancellationToken).ConfigureAwait(false))
            {
                case LedgerResult.Applied applied:
                    nudge.Look(applied.State.Plan.Endpoint);
                    return new CommandResult.Accepted(applied.State);
                case LedgerResult.Refused refused:
                    return new CommandResult.Refused(RefusalKind.Conflict, null, refused.Reason);
                default:
                    return Unknown(id);
            }
        }
        catch (StoreException failure)
        {
            return new CommandResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }
}
