using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Rollouts;

/// <summary>From what a request names to a model that exists and may be rolled out.</summary>
internal sealed class CandidateFinder(IModelRegistry registry, IPackageCatalog catalog, ICandidateDiscovery discovery, IEnvironmentDirectory environments)
{
    private const int MaximumModelName = 63;

    /// <exception cref="PlanProblemException">There is no such model, or its package is not approved.</exception>
    /// <exception cref="CloudException">The registry did not answer.</exception>
    public async Task<Candidate> FindAsync(RolloutRequest request, CancellationToken cancellationToken)
    {
        var candidate = request switch
        {
            { Candidate: { } named } => await ByRunAsync(request, named, cancellationToken).ConfigureAwait(false),
            { PackageGroup: { Length: > 0 } group, PackageVersion: { } version } => await ByPackageAsync(group, version, cancellationToken).ConfigureAwait(false),
            { ModelName: { Length: > 0 } model } => await ByModelAsync(model, cancellationToken).ConfigureAwait(false),
            _ => throw RequestBounds.Invalid("modelName", "modelName is missing; name a model, packageGroup and packageVersion of the registry, or a candidate by its run."),
        };
        return candidate.Package is null || MayServe(candidate.Package.Approval, request.Endpoint)
            ? candidate
            : throw new PlanProblemException(
                RefusalKind.Conflict,
                request.PackageVersion is null ? "modelName" : "packageVersion",
                $"{candidate.Package.Group} v{candidate.Package.Version} is {candidate.Package.Approval}; approve it in the registry first.");
    }

    private bool MayServe(ModelApproval approval, string endpoint) => approval switch
    {
        ModelApproval.Approved => true,
        ModelApproval.PendingManualApproval => environments.Of(endpoint) is { PendingAllowed: true },
        ModelApproval.Rejected => false,
    };

    private async Task<Candidate> ByRunAsync(RolloutRequest request, CandidateRequest named, CancellationToken cancellationToken)
    {
        if (request is { ModelName.Length: > 0 } or { PackageGroup.Length: > 0 } or { PackageVersion: not null })
        {
            throw RequestBounds.Invalid("candidate", "candidate is given beside modelName, packageGroup or packageVersion; name the model in one way.");
        }

        if (string.IsNullOrWhiteSpace(named.Group) || string.IsNullOrWhiteSpace(named.RunId))
        {
            var field = string.IsNullOrWhiteSpace(named.Group) ? "candidate.group" : "candidate.runId";
            throw RequestBounds.Invalid(field, $"{field} is missing; a candidate is named by the group and the id of its training run.");
        }

        return await discovery.FindAsync(named.Group, named.RunId, request.Endpoint, cancellationToken).ConfigureAwait(false) switch
        {
            CandidateFinding.Found found => await OfAsync(found.Package, cancellationToken).ConfigureAwait(false),
            CandidateFinding.None { Field: { } field } none => throw new PlanProblemException(RefusalKind.NotFound, $"candidate.{field}", none.Reason),
            var refused => throw new PlanProblemException(RefusalKind.Conflict, "candidate.runId", refused.Reason),
        };
    }

    private async Task<Candidate> ByPackageAsync(string group, int version, CancellationToken cancellationToken)
    {
        var package = await catalog.FindAsync(group, version, cancellationToken).ConfigureAwait(false)
            ?? throw new PlanProblemException(RefusalKind.NotFound, "packageVersion", $"packageVersion is {version}; group {group} has no such version.");
        return await OfAsync(package, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Candidate> OfAsync(ModelPackage package, CancellationToken cancellationToken)
    {
        var name = $"{package.Group}-v{package.Version}";
        if (name.Length > MaximumModelName)
        {
            throw RequestBounds.Invalid("packageGroup", $"packageGroup is \"{package.Group}\"; its model would be called {name}, which is longer than {MaximumModelName} characters.");
        }

        return await registry.FindModelAsync(name, cancellationToken).ConfigureAwait(false) is { } model
            ? new Candidate(model, package)
            : new Candidate(new RegisteredModel(name, package.Arn, package.ArtifactUri), package, ToBeMade: true);
    }

    private async Task<Candidate> ByModelAsync(string name, CancellationToken cancellationToken)
    {
        var model = await registry.FindModelAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new PlanProblemException(RefusalKind.NotFound, "modelName", $"modelName is \"{name}\"; there is no such model.");
        var package = model.PackageArn is { } arn ? await registry.FindPackageAsync(arn, cancellationToken).ConfigureAwait(false) : null;
        return new Candidate(model, package);
    }
}
