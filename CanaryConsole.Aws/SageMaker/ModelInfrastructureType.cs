using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelInfrastructureType(string value) : ConstantClass(value)
{
    public static readonly ModelInfrastructureType RealTimeInference = new("RealTimeInference");

    public static ModelInfrastructureType FindValue(string value) => FindValue<ModelInfrastructureType>(value);

    public static implicit operator ModelInfrastructureType(string value) => FindValue(value);
}
