using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageStatusItem
{
    [Required, Length(1, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? Name { get; set; }

    [Required]
    public DetailedModelPackageStatus? Status { get; set; }

    public string? FailureReason { get; set; }
}
