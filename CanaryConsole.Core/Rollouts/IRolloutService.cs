using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts.Plans;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The one door for pages, API, links and automation. Commands take effect in the stream at once; the monitor acts on it right after.</summary>
public interface IRolloutService : IRolloutRecords
{
    /// <summary>Checks the request against endpoint and registry, fills in defaults and records the plan.</summary>
    Task<CommandResult> StartAsync(RolloutRequest request, string actor, CancellationToken cancellationToken);

    /// <summary>A new rollout by what a finished one was asked for, checked like any other.</summary>
    Task<CommandResult> RestartAsync(RolloutId id, string actor, CancellationToken cancellationToken);

    /// <summary>One person's yes to the start, or to the gate the rollout waits at.</summary>
    /// <param name="planDigest">Of the plan that the person has seen: refused where the rollout's is another. Null where that is not known.</param>
    Task<CommandResult> ApproveAsync(RolloutId id, string? comment, string? planDigest, string actor, CancellationToken cancellationToken);

    Task<CommandResult> PauseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken);

    Task<CommandResult> ResumeAsync(RolloutId id, string actor, CancellationToken cancellationToken);

    Task<CommandResult> PromoteAsync(RolloutId id, string actor, CancellationToken cancellationToken);

    Task<CommandResult> MoveShareAsync(RolloutId id, double challengerShare, string? reason, string actor, CancellationToken cancellationToken);

    Task<CommandResult> RollBackAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken);

    Task<CommandResult> CancelAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken);

    /// <summary>Not approved: at a gate the rollout goes back, before the start it ends.</summary>
    Task<CommandResult> RefuseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken);

    /// <summary>On to the next step without waiting; refused while a guardrail is in breach or sees nothing.</summary>
    Task<CommandResult> SkipStepAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken);

    /// <summary>To any step of the plan, counted from 0; to a smaller share always, to a greater one like a skip.</summary>
    Task<CommandResult> JumpToStepAsync(RolloutId id, int step, string? reason, string actor, CancellationToken cancellationToken);

    /// <summary>Lets the bake or soak last longer, by 1 to 10,080 minutes, to at most 14 days in all.</summary>
    Task<CommandResult> ExtendBakeAsync(RolloutId id, double minutes, string? reason, string actor, CancellationToken cancellationToken);

    /// <summary>Back to the first step of a rollout under way.</summary>
    Task<CommandResult> RestartStepsAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken);

    /// <summary>Takes what somebody else made of the endpoint as wanted.</summary>
    Task<CommandResult> AdoptAsync(RolloutId id, string actor, CancellationToken cancellationToken);

    /// <summary>Brings back what this rollout had on the endpoint before somebody else changed it.</summary>
    Task<CommandResult> RestoreAsync(RolloutId id, string actor, CancellationToken cancellationToken);

    /// <summary>Ends a restoration: what is not put back stays as it is.</summary>
    Task<CommandResult> LeaveRestAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken);
}

/// <summary>A rollout as the store has it.</summary>
public sealed record RolloutRecord(RolloutState State, IReadOnlyList<RecordedRolloutEvent> Events)
{
    /// <summary>A request that would make the same plan again: the recorded one, or for streams of older consoles one read off the plan.</summary>
    public RolloutRequest Request => PlanRequest.Of(this);
}

/// <summary>Live weights by hand, outside any rollout.</summary>
public interface IWeightService
{
    /// <summary>Records who changes what, then asks the cloud. Refused while a rollout holds the endpoint or a change is in progress.</summary>
    /// <param name="shares">A fraction 0..1 for every variant of the endpoint; they sum to 1 (within 0.001).</param>
    Task<WeightResult> SetAsync(string endpoint, IReadOnlyDictionary<string, double> shares, string actor, CancellationToken cancellationToken);
}

/// <summary>The answer to a weight change.</summary>
public abstract record WeightResult
{
    private WeightResult()
    {
    }

    /// <summary>The cloud took the weights; <paramref name="Before"/> is what stood until then.</summary>
    public sealed record Accepted(IReadOnlyList<VariantWeight> Before, IReadOnlyList<VariantWeight> Requested) : WeightResult;

    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : WeightResult;
}
