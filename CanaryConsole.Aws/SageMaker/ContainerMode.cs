using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ContainerMode(string value) : ConstantClass(value)
{
    public static readonly ContainerMode SingleModel = new("SingleModel");
    public static readonly ContainerMode MultiModel = new("MultiModel");

    public static ContainerMode FindValue(string value) => FindValue<ContainerMode>(value);

    public static implicit operator ContainerMode(string value) => FindValue(value);
}
