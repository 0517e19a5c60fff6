namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class VariantProperty
{
    public VariantPropertyType? VariantPropertyType { get; set; }
}
