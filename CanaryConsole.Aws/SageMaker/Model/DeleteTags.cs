using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteTagsRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 256), Pattern(@"arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+")]
    public string? ResourceArn { get; set; }

    [Required, Items(1, 50), Length(1, 128, Of = Part.Items), Pattern(@"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)", Of = Part.Items)]
    public List<string>? TagKeys { get; set; }
}

public sealed class DeleteTagsResponse : AmazonWebServiceResponse
{
}
