using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackage : IPackageContent
{
    [Length(1, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? ModelPackageName { get; set; }

    [Length(1, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? ModelPackageGroupName { get; set; }

    [Between(min: 1)]
    public int? ModelPackageVersion { get; set; }

    public ModelPackageRegistrationType? ModelPackageRegistrationType { get; set; }

    [Length(1, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}")]
    public string? ModelPackageArn { get; set; }

    [Length(0, 1024), Pattern(@"[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*")]
    public string? ModelPackageDescription { get; set; }

    public DateTime? CreationTime { get; set; }

    public InferenceSpecification? InferenceSpecification { get; set; }

    public SourceAlgorithmSpecification? SourceAlgorithmSpecification { get; set; }

    public ModelPackageValidationSpecification? ValidationSpecification { get; set; }

    public ModelPackageStatus? ModelPackageStatus { get; set; }

    public ModelPackageStatusDetails? ModelPackageStatusDetails { get; set; }

    public bool? CertifyForMarketplace { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    public UserContext? CreatedBy { get; set; }

    public MetadataProperties? MetadataProperties { get; set; }

    public ModelMetrics? ModelMetrics { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public UserContext? LastModifiedBy { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? ApprovalDescription { get; set; }

    public string? Domain { get; set; }

    public string? Task { get; set; }

    public string? SamplePayloadUrl { get; set; }

    [Items(1, 15)]
    public List<AdditionalInferenceSpecificationDefinition>? AdditionalInferenceSpecifications { get; set; }

    [Length(0, 1024), Pattern(@"[\p{L}\p{M}\p{Z}\p{N}\p{P}]{0,1024}")]
    public string? SourceUri { get; set; }

    public ModelPackageSecurityConfig? SecurityConfig { get; set; }

    public ModelPackageModelCard? ModelCard { get; set; }

    public ModelLifeCycle? ModelLifeCycle { get; set; }

    [Items(0, 50)]
    public List<Tag>? Tags { get; set; }

    [Items(1, 50), Length(1, 128, Of = Part.Keys), Pattern(@"([\p{L}\p{Z}\p{N}_.:\/=+\-@]*)${1,128}", Of = Part.Keys)]
    [Length(1, 256, Of = Part.Values), Pattern(@"([\p{L}\p{Z}\p{N}_.:\/=+\-@]*)${1,256}", Of = Part.Values)]
    public Dictionary<string, string>? CustomerMetadataProperties { get; set; }

    public DriftCheckBaselines? DriftCheckBaselines { get; set; }

    public SkipModelValidation? SkipModelValidation { get; set; }
}
