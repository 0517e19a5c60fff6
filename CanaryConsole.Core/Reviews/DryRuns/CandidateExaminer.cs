using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>The model to bring in: its package, what it is started from, and its artifact's report.</summary>
/// <param name="desks">None where no contract is checked.</param>
internal sealed class CandidateExaminer(IReadinessProbe probe, IEnumerable<IArtifactDesk> desks) : IDryRunExaminer
{
    public IEnumerable<DryRunQuestion> Of(PreparedPlan prepared)
    {
        var candidate = prepared.Candidate;
        if (candidate.Package is { } package)
        {
            var name = $"Package {package.Group} v{package.Version}";
            yield return new DryRunQuestion(name, _ => Task.FromResult<IReadOnlyList<DryRunCheck>>([Approval(name, package)]));
        }

        var question = new ModelQuestion(candidate.Model.Name, candidate.ToBeMade ? candidate.Package?.Arn : null, prepared.Endpoint.Arn);
        yield return new DryRunQuestion(
            $"Model {candidate.Model.Name}", async stop => [.. (await probe.CheckModelAsync(question, stop).ConfigureAwait(false)).Select(DryRunWords.Of)]);
        if (desks.FirstOrDefault() is { } desk && (candidate.Model.ArtifactUri ?? candidate.Package?.ArtifactUri) is { } artifact)
        {
            yield return new DryRunQuestion("Artifact contract", async stop => [Artifact(await desk.FindAsync(new ArtifactSubject(artifact, candidate.Package), stop).ConfigureAwait(false))]);
        }
    }

    private static DryRunCheck Approval(string name, ModelPackage package) => package.Approval is ModelApproval.Approved
        ? new DryRunCheck(name, DryRunResult.Passed, null)
        : new DryRunCheck(name, DryRunResult.Warned, $"It is {package.Approval}, and its environment allows that.");

    private static DryRunCheck Artifact(ArtifactReport? report) => report switch
    {
        null => new DryRunCheck("Artifact contract", DryRunResult.Unknown, "The artifact was not read yet; that is done at the start, or on the version's page."),
        { Passed: true } => new DryRunCheck("Artifact contract", DryRunResult.Passed, null),
        _ => new DryRunCheck("Artifact contract", DryRunResult.Failed, report.FirstFailure?.Why),
    };
}
