using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Rollouts;

/// <summary>From what a request names to a model that exists and may be rolled out.</summary>
internal sealed class CandidateFinder(IModelRegistry registry)
{
    private const int MaximumModelName = 63;

    /// <exception cref="PlanProblemException">There is no such model, or its package is not approved.</exception>
    /// <exception cref="CloudException">The registry did not answer.</exception>
    public async Task<Candidate> FindAsync(RolloutRequest request, CancellationToken cancellationToken)
    {
        var candidate = request switch
        {
            { PackageGroup: { Length: > 0 } group, PackageVersion: { } version } => await ByPackageAsync(group, version, cancellationToken).ConfigureAwait(false),
            { ModelName: { Length: > 0 } model } => await ByModelAsync(model, cancellationToken).ConfigureAwait(false),
            _ => throw RequestBounds.Invalid("modelName", "modelName is missing; name a model, or packageGroup and packageVersion of the registry."),
        };
        return candidate.Package is null or { Approval: ModelApproval.Approved }
            ? candidate
            : throw new PlanProblemException(
                RefusalKind.Conflict,
                request.PackageVersion is null ? "modelName" : "packageVersion",
                $"{candidate.Package.Group} v{candidate.Package.Version} is {candidate.Package.Approval}; approve it in the registry first.");
    }

    private async Task<Candidate> ByPackageAsync(string group, int version, CancellationToken cancellationToken)
    {
        var packages = await registry.ListPackagesAsync(group, cancellationToken).ConfigureAwait(false);
        var package = packages.FirstOrDefault(one => one.Version == version)
            ?? throw new PlanProblemException(RefusalKind.NotFound, "packageVersion", $"packageVersion is {version}; group {group} has no such version.");
        var name = $"{group}-v{version}";
        if (name.Length > MaximumModelName)
        {
            throw RequestBounds.Invalid("packageGroup", $"packageGroup is \"{group}\"; its model would be called {name}, which is longer than {MaximumModelName} characters.");
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
