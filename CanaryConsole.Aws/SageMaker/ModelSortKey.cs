using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelSortKey(string value) : ConstantClass(value)
{
    public static readonly ModelSortKey Name = new("Name");
    public static readonly ModelSortKey CreationTime = new("CreationTime");

    public static ModelSortKey FindValue(string value) => FindValue<ModelSortKey>(value);

    public static implicit operator ModelSortKey(string value) => FindValue(value);
}
