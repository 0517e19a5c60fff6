using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteModelPackageRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 176)]
    [Pattern(@"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?")]
    public string? ModelPackageName { get; set; }
}

public sealed class DeleteModelPackageResponse : AmazonWebServiceResponse
{
}
