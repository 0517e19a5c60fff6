using System.Text.Json.Serialization;

namespace CanaryConsole.Aws.ECR.Model;

/// <summary>By tag or by digest.</summary>
public sealed class ImageIdentifier
{
    [JsonPropertyName("imageDigest")]
    public string? ImageDigest { get; set; }

    [JsonPropertyName("imageTag")]
    public string? ImageTag { get; set; }
}
