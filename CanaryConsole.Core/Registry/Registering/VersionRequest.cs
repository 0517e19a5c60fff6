namespace CanaryConsole.Core.Registry;

/// <summary>A version as somebody wants it registered: an artifact that lies in S3, or a folder there to make one of.</summary>
public sealed record VersionRequest
{
    /// <summary>The model package group; made when there is none of that name.</summary>
    public string? Group { get; init; }

    /// <summary>As in "s3://bucket/folder/model.tar.gz"; this or <see cref="Folder"/>.</summary>
    public string? ArtifactUri { get; init; }

    /// <summary>As in "s3://bucket/folder/": its files become a model.tar.gz beside it, the same bytes for the same files.</summary>
    public string? Folder { get; init; }

    /// <summary>The container image that serves it; up to 255 characters without spaces.</summary>
    public string? Image { get; init; }

    /// <summary>Up to 1,024 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Lineage: at most 50 entries, names to 128 and values to 256 characters.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>At most 50; written on the group, since SageMaker knows none on a version.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
