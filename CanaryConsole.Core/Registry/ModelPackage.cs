using System.Collections.Immutable;

namespace CanaryConsole.Core.Registry;

public enum ModelApproval
{
    PendingManualApproval,
    Approved,
    Rejected,
}

/// <summary>One version in the model registry.</summary>
/// <param name="Group">The model package group.</param>
/// <param name="Version">Counts from 1 within the group.</param>
/// <param name="ArtifactUri">Where model.tar.gz lies, if the package says so.</param>
/// <param name="Metadata">Lineage: candidate_run_id, data_version, git_commit, metrics_hash and whatever else was recorded.</param>
public sealed record ModelPackage(
    string Group,
    int Version,
    string Arn,
    ModelApproval Approval,
    DateTimeOffset CreatedAt,
    string? Description,
    string? Image,
    string? ArtifactUri,
    IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Tags of the version itself, where the reading told them: a search does, a description does not.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the package points to as metrics of its evaluation.</summary>
    public IReadOnlyList<MetricsFile> MetricsFiles { get; init; } = [];

    /// <summary>Where a sample of its requests lies, as in "s3://bucket/sample.tar.gz"; null where the package names none.</summary>
    public string? SamplePayloadUri { get; init; }
}

/// <summary>A deployable model, and the registry package it was made from where that is known.</summary>
public sealed record RegisteredModel(string Name, string? PackageArn, string? ArtifactUri);
