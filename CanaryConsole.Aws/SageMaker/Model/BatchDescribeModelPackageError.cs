using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class BatchDescribeModelPackageError
{
    [Required]
    public string? ErrorCode { get; set; }

    [Required]
    public string? ErrorResponse { get; set; }
}
