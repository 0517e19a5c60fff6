namespace CanaryConsole.Core.Artifacts;

/// <summary>What the contract found of one model.tar.gz.</summary>
/// <param name="Uri">As in "s3://bucket/folder/model.tar.gz".</param>
/// <param name="Digest">Of the very bytes that were read; null where they could not be read to their end.</param>
/// <param name="At">When it was read.</param>
/// <param name="Findings">One for each rule that applies, in the order of the rules; reading ends at the first that makes the rest pointless.</param>
public sealed record ArtifactReport(string Uri, string? Digest, DateTimeOffset At, IReadOnlyList<ArtifactFinding> Findings)
{
    /// <summary>Every rule passed. What could not be looked at has not passed.</summary>
    public bool Passed => Findings.Count > 0 && Findings.All(finding => finding.Result is ArtifactResult.Passed);

    /// <summary>The first rule that failed, or else the first that is unknown; null where every one passed.</summary>
    public ArtifactFinding? FirstFailure =>
        Findings.FirstOrDefault(finding => finding.Result is ArtifactResult.Failed) ?? Findings.FirstOrDefault(finding => finding.Result is ArtifactResult.Unknown);
}

/// <summary>What one rule of the contract found.</summary>
/// <param name="Rule">A stable word for machines, as in "requirements".</param>
/// <param name="Name">What must be so, for people, as in "requirements.txt at the root".</param>
/// <param name="Why">What was found instead, as a sentence that names the file; null where it passed.</param>
public sealed record ArtifactFinding(string Rule, string Name, ArtifactResult Result, string? Why);

/// <summary>Unknown is not passed: no permission, no answer, or an archive that broke off before the rule could speak.</summary>
public enum ArtifactResult
{
    Passed,
    Failed,
    Unknown,
}
