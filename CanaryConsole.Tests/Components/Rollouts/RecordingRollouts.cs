using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Components.Rollouts;

/// <summary>Writes down what it is asked, and answers what a test wants.</summary>
internal sealed class RecordingRollouts : IRolloutService
{
    public List<string> Asked { get; } = [];

    public RolloutRequest? Started { get; private set; }

    public CommandResult Answer { get; set; } = new CommandResult.Refused(RefusalKind.Conflict, null, "not now");

    public RolloutRecord? Record { get; set; }

    public Func<IReadOnlyList<RolloutState>> List { get; set; } = () => [];

    public Task<CommandResult> StartAsync(RolloutRequest request, string actor, CancellationToken cancellationToken)
    {
        Started = request;
        return Take($"start by {actor}");
    }

    public Task<CommandResult> RestartAsync(RolloutId id, string actor, CancellationToken cancellationToken) => Take($"restart {id} by {actor}");

    public Task<CommandResult> ApproveAsync(RolloutId id, string? comment, string? planDigest, string actor, CancellationToken cancellationToken) => Take($"approve {id} by {actor}: {comment}");

    public Task<CommandResult> PauseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => Take($"pause {id} by {actor}: {reason}");

    public Task<CommandResult> ResumeAsync(RolloutId id, string actor, CancellationToken cancellationToken) => Take($"resume {id} by {actor}");

    public Task<CommandResult> PromoteAsync(RolloutId id, string actor, CancellationToken cancellationToken) => Take($"promote {id} by {actor}");

    public Task<CommandResult> MoveShareAsync(RolloutId id, double challengerShare, string? reason, string actor, CancellationToken cancellationToken) =>
        Take($"move {id} to {challengerShare} by {actor}: {reason}");

    public Task<CommandResult> RollBackAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => Take($"roll back {id} by {actor}: {reason}");

    public Task<CommandResult> CancelAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => Take($"cancel {id} by {actor}: {reason}");

    public Task<CommandResult> RefuseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => Take($"refuse {id} by {actor}: {reason}");

    public Task<CommandResult> SkipStepAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken) => Take($"skip {id} by {actor}: {reason}");

    public Task<CommandResult> JumpToStepAsync(RolloutId id, int step, string? reason, string actor, CancellationToken cancellationToken) => Take($"jump {id} by {actor} to {step}: {reason}");

    public Task<CommandResult> ExtendBakeAsync(RolloutId id, double minutes, string? reason, string actor, CancellationToken cancellationToken) => Take($"extend {id} by {actor} by {minutes}: {reason}");

    public Task<CommandResult> RestartStepsAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken) => Take($"restart steps {id} by {actor}: {reason}");

    public Task<CommandResult> AdoptAsync(RolloutId id, string actor, CancellationToken cancellationToken) => Take($"adopt {id} by {actor}");

    public Task<CommandResult> RestoreAsync(RolloutId id, string actor, CancellationToken cancellationToken) => Take($"restore {id} by {actor}");

    public Task<CommandResult> LeaveRestAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => Take($"leave the rest of {id} by {actor}: {reason}");

    public Task<RolloutRecord?> FindAsync(RolloutId id, CancellationToken cancellationToken) => Task.FromResult(Record);

    public Task<IReadOnlyList<RolloutState>> ListAsync(string? endpoint, int limit, CancellationToken cancellationToken) => Task.FromResult(List());

    private Task<CommandResult> Take(string asked)
    {
        Asked.Add(asked);
        return Task.FromResult(Answer);
    }
}
