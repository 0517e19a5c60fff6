namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CapacitySize
{
    public CapacitySizeType? Type { get; set; }

    public int? Value { get; set; }
}
