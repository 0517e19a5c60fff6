using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListTagsRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 256), Pattern(@"arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+")]
    public string? ResourceArn { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }

    [Between(min: 50)]
    public int? MaxResults { get; set; }
}

public sealed class ListTagsResponse : AmazonWebServiceResponse, IPagedResponse
{
    [Items(0, 50)]
    public List<Tag>? Tags { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }
}
