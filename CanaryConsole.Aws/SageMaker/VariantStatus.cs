using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class VariantStatus(string value) : ConstantClass(value)
{
    public static readonly VariantStatus Creating = new("Creating");
    public static readonly VariantStatus Updating = new("Updating");
    public static readonly VariantStatus Deleting = new("Deleting");
    public static readonly VariantStatus ActivatingTraffic = new("ActivatingTraffic");
    public static readonly VariantStatus Baking = new("Baking");

    public static VariantStatus FindValue(string value) => FindValue<VariantStatus>(value);

    public static implicit operator VariantStatus(string value) => FindValue(value);
}
