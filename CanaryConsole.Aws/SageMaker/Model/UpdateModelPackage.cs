using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class UpdateModelPackageRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}")]
    public string? ModelPackageArn { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    public ModelPackageRegistrationType? ModelPackageRegistrationType { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? ApprovalDescription { get; set; }

    [Items(1, 50), Length(1, 128, Of = Part.Keys), Pattern(@"([\p{L}\p{Z}\p{N}_.:\/=+\-@]*)${1,128}", Of = Part.Keys)]
    [Length(1, 256, Of = Part.Values), Pattern(@"([\p{L}\p{Z}\p{N}_.:\/=+\-@]*)${1,256}", Of = Part.Values)]
    public Dictionary<string, string>? CustomerMetadataProperties { get; set; }

    [Length(1, 128, Of = Part.Items), Pattern(@"([\p{L}\p{Z}\p{N}_.:\/=+\-@]*)${1,128}", Of = Part.Items)]
    public List<string>? CustomerMetadataPropertiesToRemove { get; set; }

    [Items(1, 15)]
    public List<AdditionalInferenceSpecificationDefinition>? AdditionalInferenceSpecificationsToAdd { get; set; }

    public InferenceSpecification? InferenceSpecification { get; set; }

    [Length(0, 1024), Pattern(@"[\p{L}\p{M}\p{Z}\p{N}\p{P}]{0,1024}")]
    public string? SourceUri { get; set; }

    public ModelPackageModelCard? ModelCard { get; set; }

    public ModelLifeCycle? ModelLifeCycle { get; set; }

    [Length(1, 36), Pattern(@"[a-zA-Z0-9-]+")]
    public string? ClientToken { get; set; }
}

public sealed class UpdateModelPackageResponse : AmazonWebServiceResponse
{
    [Required, Length(1, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}")]
    public string? ModelPackageArn { get; set; }
}
