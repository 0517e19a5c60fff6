using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageModelCard
{
    [Length(0, 100000), Pattern(@".*")]
    public string? ModelCardContent { get; set; }

    public ModelCardStatus? ModelCardStatus { get; set; }
}
