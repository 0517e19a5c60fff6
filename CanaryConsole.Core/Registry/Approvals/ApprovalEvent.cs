namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>What happened to a version's approval in this console. Members are added, never renamed.</summary>
internal abstract record ApprovalEvent
{
    private ApprovalEvent()
    {
    }

    /// <summary>Stands before the registry is written.</summary>
    /// <param name="Before">What the registry said then.</param>
    /// <param name="Binding">What was approved; null for anything but an approval.</param>
    public sealed record ApprovalAsked(ModelApproval Approval, string Comment, ModelApproval Before, ApprovalBinding? Binding) : ApprovalEvent;

    /// <summary>The registry was read back with it.</summary>
    public sealed record ApprovalSet(ModelApproval Approval) : ApprovalEvent;

    public sealed record ApprovalNotSet(string Reason) : ApprovalEvent;

    /// <summary>A rollout that rolled itself back had the version rejected.</summary>
    public sealed record RejectedByRollout(string Rollout, string Reason) : ApprovalEvent;
}

internal sealed record RecordedApprovalEvent(int Version, DateTimeOffset At, string Actor, ApprovalEvent Event);
