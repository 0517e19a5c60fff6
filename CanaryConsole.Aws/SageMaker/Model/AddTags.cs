using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AddTagsRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 256), Pattern(@"arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+")]
    public string? ResourceArn { get; set; }

    [Required, Items(0, 50)]
    public List<Tag>? Tags { get; set; }
}

public sealed class AddTagsResponse : AmazonWebServiceResponse
{
    [Items(0, 50)]
    public List<Tag>? Tags { get; set; }
}
