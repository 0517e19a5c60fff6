using System.Text.Json.Serialization;
using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ECR.Model;

/// <summary>This service's members begin with a small letter.</summary>
public sealed class DescribeImagesRequest : AmazonWebServiceRequest
{
    [JsonPropertyName("registryId"), Pattern("[0-9]{12}")]
    public string? RegistryId { get; set; }

    [JsonPropertyName("repositoryName"), Required, Length(2, 256)]
    public string? RepositoryName { get; set; }

    [JsonPropertyName("imageIds"), Items(1, 100)]
    public List<ImageIdentifier>? ImageIds { get; set; }
}

public sealed class DescribeImagesResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("imageDetails")]
    public List<ImageDetail>? ImageDetails { get; set; }
}
