using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Environments;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Refuses a candidate whose artifact breaks its contract; also one that cannot be looked at, since what nobody has seen has not passed.</summary>
internal sealed class ArtifactCheck(IArtifactDesk desk, IEnvironmentDirectory environments, IOptions<ArtifactOptions> options, WallClock wall)
{
    public const string OverrideField = "overrideArtifact";

    /// <exception cref="PlanProblemException">The artifact breaks its contract, and the request gives no reason that may be given here.</exception>
    /// <exception cref="CloudException">The artifact's store did not answer.</exception>
    public async Task PassAsync(RolloutRequest request, Candidate candidate, CancellationToken cancellationToken)
    {
        // A model made of an image alone has no artifact that could be broken.
        if ((candidate.Model.ArtifactUri ?? candidate.Package?.ArtifactUri) is not { } uri || !ArtifactRules.IsEnforced(options.Value, candidate.Package?.Group))
        {
            return;
        }

        var environment = environments.Of(request.Endpoint);
        var mayOverride = environment is null or { ArtifactOverrideAllowed: true };
        if (mayOverride && !string.IsNullOrWhiteSpace(request.OverrideArtifact))
        {
            return;
        }

        var report = await CheckAsync(new ArtifactSubject(uri, candidate.Package), cancellationToken).ConfigureAwait(false);
        if (report.FirstFailure is not { } failure)
        {
            return;
        }

        var further = report.Findings.Count(finding => finding.Result is ArtifactResult.Failed && finding != failure);
        throw new PlanProblemException(
            RefusalKind.Conflict,
            mayOverride ? OverrideField : request.PackageVersion is null ? "modelName" : "packageVersion",
            $"The artifact of {candidate.Model.Name} ({uri}) {(failure.Result is ArtifactResult.Failed ? "breaks its contract" : "could not be checked")}: {failure.Why}"
            + $"{(further > 0 ? FormattableString.Invariant($" {further} more rule{(further == 1 ? "" : "s")} failed.") : "")} "
            + (mayOverride
                ? $"Give {OverrideField} a reason to roll it out all the same."
                : $"The environment {environment!.Name} allows no override."));
    }

    private async Task<ArtifactReport> CheckAsync(ArtifactSubject subject, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.StartTimeLimit, wall.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await desk.CheckAsync(subject, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(
                CloudFailure.Unavailable,
                FormattableString.Invariant($"Checking {subject.ArtifactUri} took longer than {options.Value.StartTimeLimit:c}, which a start waits for; check it on its page first, then start again"));
        }
    }
}
