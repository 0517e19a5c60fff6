using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AddTagsRequest : AmazonWebServiceRequest
{
    public string? ResourceArn { get; set; }

    public List<Tag>? Tags { get; set; }
}

public sealed class AddTagsResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }
}
