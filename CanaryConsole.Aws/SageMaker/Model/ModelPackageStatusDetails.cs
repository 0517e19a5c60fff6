namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageStatusDetails
{
    public List<ModelPackageStatusItem>? ValidationStatuses { get; set; }

    public List<ModelPackageStatusItem>? ImageScanStatuses { get; set; }
}
