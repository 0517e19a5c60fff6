using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class VariantProperty
{
    [Required]
    public VariantPropertyType? VariantPropertyType { get; set; }
}
