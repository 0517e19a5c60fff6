namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantStatus
{
    public VariantStatus? Status { get; set; }

    public string? StatusMessage { get; set; }

    public DateTime? StartTime { get; set; }
}
