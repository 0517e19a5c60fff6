namespace CanaryConsole.Sandbox.S3;

/// <summary>An upload in parts that is not complete yet.</summary>
internal sealed record MultipartUpload(
    string Id, string Bucket, string Key, ObjectTraits Traits, string? ChecksumAlgorithm, string? ChecksumType, DateTimeOffset InitiatedAt)
{
    public SortedDictionary<int, UploadedPart> Parts { get; } = [];
}
