using System.Text.Json.Serialization;

namespace CanaryConsole.Aws.ECR.Model;

public sealed class ImageDetail
{
    [JsonPropertyName("registryId")]
    public string? RegistryId { get; set; }

    [JsonPropertyName("repositoryName")]
    public string? RepositoryName { get; set; }

    [JsonPropertyName("imageDigest")]
    public string? ImageDigest { get; set; }

    [JsonPropertyName("imageTags")]
    public List<string>? ImageTags { get; set; }
}
