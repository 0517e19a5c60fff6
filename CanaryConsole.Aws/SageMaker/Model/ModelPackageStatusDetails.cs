using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageStatusDetails
{
    [Required]
    public List<ModelPackageStatusItem>? ValidationStatuses { get; set; }

    public List<ModelPackageStatusItem>? ImageScanStatuses { get; set; }
}
