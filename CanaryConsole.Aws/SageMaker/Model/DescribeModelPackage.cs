using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DescribeModelPackageRequest : AmazonWebServiceRequest
{
    public string? ModelPackageName { get; set; }

    public IncludedData? IncludedData { get; set; }
}

public sealed class DescribeModelPackageResponse : AmazonWebServiceResponse
{
    public string? ModelPackageName { get; set; }

    public string? ModelPackageGroupName { get; set; }

    public int? ModelPackageVersion { get; set; }

    public ModelPackageRegistrationType? ModelPackageRegistrationType { get; set; }

    public string? ModelPackageArn { get; set; }

    public string? ModelPackageDescription { get; set; }

    public DateTime? CreationTime { get; set; }

    public InferenceSpecification? InferenceSpecification { get; set; }

    public ModelPackageStatus? ModelPackageStatus { get; set; }

    public ModelPackageStatusDetails? ModelPackageStatusDetails { get; set; }

    public bool? CertifyForMarketplace { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    public UserContext? CreatedBy { get; set; }

    public MetadataProperties? MetadataProperties { get; set; }

    public ModelMetrics? ModelMetrics { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public UserContext? LastModifiedBy { get; set; }

    public string? ApprovalDescription { get; set; }

    public string? Domain { get; set; }

    public string? Task { get; set; }

    public string? SamplePayloadUrl { get; set; }

    public Dictionary<string, string>? CustomerMetadataProperties { get; set; }

    public SkipModelValidation? SkipModelValidation { get; set; }

    public string? SourceUri { get; set; }

    public ModelLifeCycle? ModelLifeCycle { get; set; }

    public ManagedStorageType? ManagedStorageType { get; set; }
}
