namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageSummary
{
    public string? ModelPackageName { get; set; }

    public string? ModelPackageGroupName { get; set; }

    public int? ModelPackageVersion { get; set; }

    public string? ModelPackageArn { get; set; }

    public string? ModelPackageDescription { get; set; }

    public DateTime? CreationTime { get; set; }

    public ModelPackageStatus? ModelPackageStatus { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    public ModelLifeCycle? ModelLifeCycle { get; set; }

    public ModelPackageRegistrationType? ModelPackageRegistrationType { get; set; }
}
