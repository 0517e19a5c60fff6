using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Aws.SageMaker;

/// <summary>What a description of a package and a package that a search found have in common; the service has two shapes for it.</summary>
internal interface IPackageContent
{
    string? ModelPackageGroupName { get; }

    int? ModelPackageVersion { get; }

    string? ModelPackageArn { get; }

    string? ModelPackageDescription { get; }

    DateTime? CreationTime { get; }

    InferenceSpecification? InferenceSpecification { get; }

    ModelApprovalStatus? ModelApprovalStatus { get; }

    ModelMetrics? ModelMetrics { get; }

    string? SamplePayloadUrl { get; }

    Dictionary<string, string>? CustomerMetadataProperties { get; }
}
