using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry.Approvals;

namespace CanaryConsole.Core.Registry;

/// <summary>Which of the versions of one training run is rolled out. Pure.</summary>
internal static class CandidateChoice
{
    /// <param name="packages">At least one, newest first, all of one group and all with the run's id.</param>
    public static CandidateFinding Of(IReadOnlyList<ModelPackage> packages, string key, string runId, DeploymentEnvironment? environment)
    {
        var group = packages[0].Group;
        var approved = packages.Where(package => package.Approval is ModelApproval.Approved).ToList();
        var pending = packages.Where(package => package.Approval is ModelApproval.PendingManualApproval).ToList();
        return (approved, pending) switch
        {
            ([var only], _) => new CandidateFinding.Found(only, packages.Count == 1
                ? $"v{only.Version} carries {key} {runId} and is approved."
                : $"v{only.Version} is the approved one of {Names(packages)}, which all carry {key} {runId}."),
            ([var newest, ..], _) => new CandidateFinding.Found(newest, $"v{newest.Version} is the newest of {Names(approved)}, which all carry {key} {runId} and are approved."),
            ([], [var only]) when environment is { PendingAllowed: true } =>
                new CandidateFinding.Found(only, $"v{only.Version} carries {key} {runId}; it is pending, which {environment.Name} allows."),
            ([], [_, _, ..]) when environment is { PendingAllowed: true } => new CandidateFinding.Several(
                pending, $"{Names(pending)} of {group} all carry {key} {runId} and none is approved: approve one, or name the version."),
            _ => new CandidateFinding.None(packages, Refusal(packages, group, key, runId, environment)),
        };
    }

    private static string Refusal(IReadOnlyList<ModelPackage> packages, string group, string key, string runId, DeploymentEnvironment? environment)
    {
        var standing = packages is [var only]
            ? $"v{only.Version} of {group} carries {key} {runId}, but is {ApprovalConflict.Word(only.Approval)}"
            : $"{string.Join(", ", packages.Select(package => $"v{package.Version} ({ApprovalConflict.Word(package.Approval)})"))} of {group} carry {key} {runId}, but none is approved";
        var ask = environment is null ? "approve it in the registry first" : $"{environment.Name} asks for an approved one";
        return $"{standing}; {ask}.";
    }

    private static string Names(IReadOnlyList<ModelPackage> packages) => packages.Count == 1
        ? $"v{packages[0].Version}"
        : $"{string.Join(", ", packages.SkipLast(1).Select(package => $"v{package.Version}"))} and v{packages[^1].Version}";
}
