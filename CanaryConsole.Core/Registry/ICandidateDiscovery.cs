namespace CanaryConsole.Core.Registry;

/// <summary>Finds the version that a training run made.</summary>
public interface ICandidateDiscovery
{
    /// <summary>
    /// Of the versions that carry the run's id in their metadata or tags, the newest approved one; where none is approved and the endpoint's environment lets
    /// pending ones through, the one that is pending.
    /// </summary>
    /// <param name="endpoint">Whose environment says whether a pending version will do; null asks for an approved one.</param>
    /// <exception cref="CloudException">The registry did not answer.</exception>
    Task<CandidateFinding> FindAsync(string group, string runId, string? endpoint, CancellationToken cancellationToken);
}

/// <summary>What was found of a training run. Every reason is one sentence for people.</summary>
public abstract record CandidateFinding(string Reason)
{
    /// <summary>This version, and why it and no other.</summary>
    public sealed record Found(ModelPackage Package, string Reason) : CandidateFinding(Reason);

    /// <summary>More than one would do equally, newest first: a person names the version.</summary>
    public sealed record Several(IReadOnlyList<ModelPackage> Packages, string Reason) : CandidateFinding(Reason);

    /// <summary>None may be rolled out.</summary>
    /// <param name="Packages">Those that carry the id all the same, newest first; none where no version does.</param>
    /// <param name="Field">"group" or "runId" where that is what is wrong; null where the versions are known and not approved.</param>
    public sealed record None(IReadOnlyList<ModelPackage> Packages, string Reason, string? Field = null) : CandidateFinding(Reason);
}
