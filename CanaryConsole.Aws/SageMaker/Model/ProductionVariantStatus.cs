using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantStatus
{
    [Required]
    public VariantStatus? Status { get; set; }

    [Length(0, 1024)]
    public string? StatusMessage { get; set; }

    public DateTime? StartTime { get; set; }
}
