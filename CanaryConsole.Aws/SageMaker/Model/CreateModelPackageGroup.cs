using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CreateModelPackageGroupRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? ModelPackageGroupName { get; set; }

    [Length(0, 1024), Pattern(@"[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*")]
    public string? ModelPackageGroupDescription { get; set; }

    [Items(0, 50)]
    public List<Tag>? Tags { get; set; }

    public ManagedConfiguration? ManagedConfiguration { get; set; }
}

public sealed class CreateModelPackageGroupResponse : AmazonWebServiceResponse
{
    [Required, Length(1, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package-group/[\S]{1,2048}")]
    public string? ModelPackageGroupArn { get; set; }
}
