using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelCacheSetting(string value) : ConstantClass(value)
{
    public static readonly ModelCacheSetting Enabled = new("Enabled");
    public static readonly ModelCacheSetting Disabled = new("Disabled");

    public static ModelCacheSetting FindValue(string value) => FindValue<ModelCacheSetting>(value);

    public static implicit operator ModelCacheSetting(string value) => FindValue(value);
}
