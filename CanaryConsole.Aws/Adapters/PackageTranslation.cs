using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;
using ModelApprovalStatus = CanaryConsole.Aws.SageMaker.ModelApprovalStatus;
using ModelPackage = CanaryConsole.Core.Registry.ModelPackage;

namespace CanaryConsole.Aws.Adapters;

/// <summary>The registry's packages and models in Core's words.</summary>
internal static class PackageTranslation
{
    public static ModelPackage Package(IPackageContent package)
    {
        var container = package.InferenceSpecification?.Containers?.FirstOrDefault();
        return new ModelPackage(
            package.ModelPackageGroupName ?? "",
            package.ModelPackageVersion ?? 0,
            package.ModelPackageArn ?? "",
            Approval(package.ModelApprovalStatus),
            package.CreationTime.ToOffset(),
            Text(package.ModelPackageDescription),
            container?.Image,
            Artifact(container),
            package.CustomerMetadataProperties ?? [])
        {
            MetricsFiles = [.. Metrics(package.ModelMetrics)],
            SamplePayloadUri = Text(package.SamplePayloadUrl),
        };
    }

    /// <summary>With the tags that a search finds it with.</summary>
    public static ModelPackage Found(SageMaker.Model.ModelPackage package) => Package(package) with
    {
        Tags = (package.Tags ?? []).Where(tag => tag is { Key: not null, Value: not null }).DistinctBy(tag => tag.Key).ToDictionary(tag => tag.Key!, tag => tag.Value!),
    };

    public static RegisteredModel Model(DescribeModelResponse model)
    {
        var container = model.PrimaryContainer ?? model.Containers?.FirstOrDefault();
        return new RegisteredModel(
            model.ModelName ?? "",
            container?.ModelPackageName,
            container?.ModelDataUrl ?? container?.ModelDataSource?.S3DataSource?.S3Uri);
    }

    private static IEnumerable<MetricsFile> Metrics(ModelMetrics? metrics) =>
        new (string Name, MetricsSource? Source)[]
        {
            ("model quality", metrics?.ModelQuality?.Statistics),
            ("data quality", metrics?.ModelDataQuality?.Statistics),
            ("bias", metrics?.Bias?.Report ?? metrics?.Bias?.PostTrainingReport),
            ("explainability", metrics?.Explainability?.Report),
        }
        .Where(file => file.Source?.S3Uri is { Length: > 0 })
        .Select(file => new MetricsFile(file.Name, file.Source!.S3Uri!)); // Never null: filtered above.

    private static string? Artifact(ModelPackageContainerDefinition? container) =>
        container?.ModelDataUrl ?? container?.ModelDataSource?.S3DataSource?.S3Uri;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>An approval this version does not know is not an approval.</summary>
    private static ModelApproval Approval(ModelApprovalStatus? status) =>
        status == ModelApprovalStatus.Approved ? ModelApproval.Approved
        : status == ModelApprovalStatus.Rejected ? ModelApproval.Rejected
        : ModelApproval.PendingManualApproval;
}
