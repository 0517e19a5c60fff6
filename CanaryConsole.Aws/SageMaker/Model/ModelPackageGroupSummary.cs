namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageGroupSummary
{
    public string? ModelPackageGroupName { get; set; }

    public string? ModelPackageGroupArn { get; set; }

    public string? ModelPackageGroupDescription { get; set; }

    public DateTime? CreationTime { get; set; }

    public ModelPackageGroupStatus? ModelPackageGroupStatus { get; set; }

    public ManagedConfiguration? ManagedConfiguration { get; set; }
}
