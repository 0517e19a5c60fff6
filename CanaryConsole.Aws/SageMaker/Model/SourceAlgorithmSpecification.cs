using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class SourceAlgorithmSpecification
{
    [Required, Items(1, 1)]
    public List<SourceAlgorithm>? SourceAlgorithms { get; set; }
}
