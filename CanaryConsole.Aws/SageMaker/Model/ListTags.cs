using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListTagsRequest : AmazonWebServiceRequest
{
    public string? ResourceArn { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}

public sealed class ListTagsResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }

    public string? NextToken { get; set; }
}
