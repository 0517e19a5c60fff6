using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteModelPackageGroupRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 170)]
    [Pattern(@"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)")]
    public string? ModelPackageGroupName { get; set; }
}

public sealed class DeleteModelPackageGroupResponse : AmazonWebServiceResponse
{
}
