namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageStatusItem
{
    public string? Name { get; set; }

    public DetailedModelPackageStatus? Status { get; set; }

    public string? FailureReason { get; set; }
}
