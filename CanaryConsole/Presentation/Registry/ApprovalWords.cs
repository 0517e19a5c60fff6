using System.Diagnostics;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;

namespace CanaryConsole.Presentation.Registry;

/// <summary>What an approval is worth, and the questions before one is given.</summary>
internal static class ApprovalWords
{
    /// <summary>A tone and a sentence; null where the chip says it all.</summary>
    public static (Tone Tone, string Title, string Text) Of(ApprovalStanding standing) => standing switch
    {
        ApprovalStanding.NotApproved { Approval: ModelApproval.Rejected } => (Tone.Bad, "Rejected.", "No rollout of it can start."),
        ApprovalStanding.NotApproved => (Tone.Warn, "Waits for a person.", "It can be rolled out only where the endpoint's environment lets pending versions through."),
        ApprovalStanding.Bound bound => (Tone.Good, $"Approved by {bound.Entry.Actor}.", "Bound to this very package and artifact: a change of either voids it."),
        ApprovalStanding.Outside => (Tone.Info, "Approved outside the console.", "It counts, but nothing says of what content: a later change is not noticed. Approve it here to bind it."),
        ApprovalStanding.Void gone => (Tone.Bad, "The approval is void.", $"{gone.Entry.Actor} approved it, and {gone.Why}. No rollout can start until somebody looks at it and approves it again."),
        ApprovalStanding.Unchecked open => (Tone.Warn, $"Approved by {open.Entry.Actor}.", $"Whether it is still the same artifact could not be read: {open.Problem}"),
        _ => throw new UnreachableException(),
    };

    public static RolloutAsk Ask(ModelPackage package, ModelApproval approval)
    {
        var name = $"{package.Group} v{package.Version}";
        return approval switch
        {
            ModelApproval.Approved => new($"Approve {name}?", "It can be rolled out then. The approval is bound to the package and the artifact as they are now: a later change voids it.", [], "Approve", false, "Comment", "", false),
            ModelApproval.Rejected => new($"Reject {name}?", "No rollout of it can start any more. One that is under way goes on. Setting the approval again undoes this.", [], "Reject it", true, "Why", "", true),
            ModelApproval.PendingManualApproval => new($"Set {name} back to pending?", "It waits for a person again.", [], "Set to pending", false, "Comment", "", false),
        };
    }

    public static string Verb(ModelApproval approval, ModelApproval now) => approval switch
    {
        ModelApproval.Approved => now is ModelApproval.Approved ? "Approve it here…" : "Approve…",
        ModelApproval.Rejected => "Reject…",
        ModelApproval.PendingManualApproval => "Back to pending…",
    };

    public static string Done(ModelApproval approval) => approval switch
    {
        ModelApproval.Approved => "approved",
        ModelApproval.Rejected => "rejected",
        ModelApproval.PendingManualApproval => "pending again",
    };

    public static Badge Badge(ApprovalEntry entry) => entry.Outcome switch
    {
        ApprovalOutcome.Taken => ApprovalPresentation.Badge(entry.Approval),
        ApprovalOutcome.NotTaken => new Badge($"{ApprovalPresentation.Name(entry.Approval)}: not taken", Tone.Idle, Glyph.Alert),
        ApprovalOutcome.Unknown => new Badge($"{ApprovalPresentation.Name(entry.Approval)}: outcome unknown", Tone.Warn, Glyph.Alert, "The console ended before the registry was read back"),
    };
}
