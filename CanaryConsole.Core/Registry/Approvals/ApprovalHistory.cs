namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>One word on a version's approval that was spoken in this console.</summary>
/// <param name="Actor">A person, "api", or "monitor".</param>
/// <param name="Comment">Empty where none was given.</param>
/// <param name="Binding">What was approved; null for anything but an approval.</param>
/// <param name="Outcome">Whether the registry took it.</param>
/// <param name="Problem">Why it did not.</param>
/// <param name="Rollout">The rollout that had it rejected; null for a person's word.</param>
public sealed record ApprovalEntry(
    DateTimeOffset At,
    string Actor,
    ModelApproval Approval,
    string Comment,
    ApprovalBinding? Binding,
    ApprovalOutcome Outcome,
    string? Problem = null,
    string? Rollout = null);

public enum ApprovalOutcome
{
    Taken,
    NotTaken,

    /// <summary>The console ended, or the answer was lost, before the registry was read back.</summary>
    Unknown,
}

/// <summary>From events to entries. Pure.</summary>
internal static class ApprovalHistory
{
    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<ApprovalEntry> Of(IReadOnlyList<RecordedApprovalEvent> events)
    {
        var entries = new List<ApprovalEntry>();
        foreach (var recorded in events)
        {
            switch (recorded.Event)
            {
                case ApprovalEvent.ApprovalAsked asked:
                    entries.Add(new ApprovalEntry(recorded.At, recorded.Actor, asked.Approval, asked.Comment, asked.Binding, ApprovalOutcome.Unknown));
                    break;
                case ApprovalEvent.ApprovalSet when entries is [.., { Outcome: ApprovalOutcome.Unknown } last]:
                    entries[^1] = last with { Outcome = ApprovalOutcome.Taken };
                    break;
                case ApprovalEvent.ApprovalNotSet failed when entries is [.., { Outcome: ApprovalOutcome.Unknown } last]:
                    entries[^1] = last with { Outcome = ApprovalOutcome.NotTaken, Problem = failed.Reason };
                    break;
                case ApprovalEvent.RejectedByRollout rejected:
                    entries.Add(new ApprovalEntry(
                        recorded.At, recorded.Actor, ModelApproval.Rejected, rejected.Reason, null, ApprovalOutcome.Taken, Rollout: rejected.Rollout));
                    break;
                default:
                    // An outcome without a question says nothing.
                    break;
            }
        }

        return entries;
    }

    /// <summary>The latest word that the registry took; a word whose outcome is unknown counts once the registry shows it.</summary>
    public static ApprovalEntry? Latest(IReadOnlyList<ApprovalEntry> entries, PackageDescription description) => entries.LastOrDefault(entry =>
        entry.Outcome is ApprovalOutcome.Taken
        || (entry.Outcome is ApprovalOutcome.Unknown && entry.Approval == description.Package.Approval && entry.Comment == (description.ApprovalComment ?? "")));
}
