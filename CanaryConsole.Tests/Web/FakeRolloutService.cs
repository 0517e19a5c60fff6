using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Web;

/// <summary>Rollouts that a test puts there; commands are written down and answered as the test says.</summary>
internal sealed class FakeRolloutService : IRolloutService
{
    private readonly Lock _gate = new();
    private readonly List<string> _commands = [];

    public Dictionary<RolloutId, RolloutRecord> Records { get; } = [];

    public List<RolloutRequest> Requests { get; } = [];

    /// <summary>What the next commands are answered.</summary>
    public Func<RolloutId?, CommandResult> Answer { get; set; } = Unknown;

    /// <summary>A command waits for this before it is answered.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_gate)
            {
                return [.. _commands];
            }
        }
    }

    public void Reset()
    {
        Records.Clear();
        Requests.Clear();
        Answer = Unknown;
        Gate = Task.CompletedTask;
        lock (_gate)
        {
            _commands.Clear();
        }
    }

    public void Put(RolloutState state, params IReadOnlyList<RecordedRolloutEvent> events) => Records[state.Id] = new RolloutRecord(state, events);

    public Task<CommandResult> StartAsync(RolloutRequest request, string actor, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Requests.Add(request);
        }

        return CommandAsync(null, $"start {request.Endpoint} by {actor}");
    }

    public Task<CommandResult> RestartAsync(RolloutId id, string actor, CancellationToken cancellationToken) => CommandAsync(id, $"restart by {actor}");

    public Task<CommandResult> ApproveAsync(RolloutId id, string? comment, string? planDigest, string actor, CancellationToken cancellationToken) => CommandAsync(id, $"approve {comment} by {actor}");

    public Task<CommandResult> PauseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, $"pause {reason} by {actor}");

    public Task<CommandResult> ResumeAsync(RolloutId id, string actor, CancellationToken cancellationToken) => CommandAsync(id, $"resume by {actor}");

    public Task<CommandResult> PromoteAsync(RolloutId id, string actor, CancellationToken cancellationToken) => CommandAsync(id, $"promote by {actor}");

    public Task<CommandResult> MoveShareAsync(RolloutId id, double challengerShare, string? reason, string actor, CancellationToken cancellationToken) =>
        CommandAsync(id, FormattableString.Invariant($"share {challengerShare} {reason} by {actor}"));

    public Task<CommandResult> RollBackAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, $"rollback {reason} by {actor}");

    public Task<CommandResult> CancelAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, $"cancel {reason} by {actor}");

    public Task<CommandResult> RefuseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, FormattableString.Invariant($"refuse {reason} by {actor}"));

    public Task<CommandResult> SkipStepAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, FormattableString.Invariant($"skip {reason} by {actor}"));

    public Task<CommandResult> JumpToStepAsync(RolloutId id, int step, string? reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, FormattableString.Invariant($"jump to {step} {reason} by {actor}"));

    public Task<CommandResult> ExtendBakeAsync(RolloutId id, double minutes, string? reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, FormattableString.Invariant($"extend by {minutes} {reason} by {actor}"));

    public Task<CommandResult> RestartStepsAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, FormattableString.Invariant($"restart steps {reason} by {actor}"));

    public Task<CommandResult> AdoptAsync(RolloutId id, string actor, CancellationToken cancellationToken) => CommandAsync(id, FormattableString.Invariant($"adopt by {actor}"));

    public Task<CommandResult> RestoreAsync(RolloutId id, string actor, CancellationToken cancellationToken) => CommandAsync(id, FormattableString.Invariant($"restore by {actor}"));

    public Task<CommandResult> LeaveRestAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => CommandAsync(id, $"leave rest {reason} by {actor}");

    public Task<RolloutRecord?> FindAsync(RolloutId id, CancellationToken cancellationToken) => Task.FromResult(Records.GetValueOrDefault(id));

    public Task<IReadOnlyList<RolloutState>> ListAsync(string? endpoint, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RolloutState>>([.. Records.Values.Select(record => record.State).Where(state => endpoint is null || state.Plan.Endpoint == endpoint).Take(limit)]);

    private static CommandResult.Refused Unknown(RolloutId? id) => new(RefusalKind.NotFound, "rolloutId", $"There is no rollout \"{id}\".");

    private async Task<CommandResult> CommandAsync(RolloutId? id, string command)
    {
        lock (_gate)
        {
            _commands.Add(command);
        }

        await Gate;
        return Answer(id);
    }
}
