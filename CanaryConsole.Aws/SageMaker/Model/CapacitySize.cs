using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CapacitySize
{
    [Required]
    public CapacitySizeType? Type { get; set; }

    [Required, Between(min: 1)]
    public int? Value { get; set; }
}
