using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelVariantAction(string value) : ConstantClass(value)
{
    public static readonly ModelVariantAction Retain = new("Retain");
    public static readonly ModelVariantAction Remove = new("Remove");
    public static readonly ModelVariantAction Promote = new("Promote");

    public static ModelVariantAction FindValue(string value) => FindValue<ModelVariantAction>(value);

    public static implicit operator ModelVariantAction(string value) => FindValue(value);
}
