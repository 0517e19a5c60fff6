using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class BatchDescribeModelPackageRequest : AmazonWebServiceRequest
{
    [Required, Items(1, 100), Length(1, 2048, Of = Part.Items)]
    [Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}", Of = Part.Items)]
    public List<string>? ModelPackageArnList { get; set; }
}

public sealed class BatchDescribeModelPackageResponse : AmazonWebServiceResponse
{
    [Length(1, 2048, Of = Part.Keys)]
    [Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}", Of = Part.Keys)]
    public Dictionary<string, BatchDescribeModelPackageSummary>? ModelPackageSummaries { get; set; }

    [Length(1, 2048, Of = Part.Keys)]
    [Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}", Of = Part.Keys)]
    public Dictionary<string, BatchDescribeModelPackageError>? BatchDescribeModelPackageErrorMap { get; set; }
}
