using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelPackageRegistrationType(string value) : ConstantClass(value)
{
    public static readonly ModelPackageRegistrationType Logged = new("Logged");
    public static readonly ModelPackageRegistrationType Registered = new("Registered");

    public static ModelPackageRegistrationType FindValue(string value) => FindValue<ModelPackageRegistrationType>(value);

    public static implicit operator ModelPackageRegistrationType(string value) => FindValue(value);
}
