using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelVariantStatus(string value) : ConstantClass(value)
{
    public static readonly ModelVariantStatus Creating = new("Creating");
    public static readonly ModelVariantStatus Updating = new("Updating");
    public static readonly ModelVariantStatus InService = new("InService");
    public static readonly ModelVariantStatus Deleting = new("Deleting");
    public static readonly ModelVariantStatus Deleted = new("Deleted");

    public static ModelVariantStatus FindValue(string value) => FindValue<ModelVariantStatus>(value);

    public static implicit operator ModelVariantStatus(string value) => FindValue(value);
}
