using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeployedImage
{
    [Length(0, 255), Pattern(@"[\S]+")]
    public string? SpecifiedImage { get; set; }

    [Length(0, 255), Pattern(@"[\S]+")]
    public string? ResolvedImage { get; set; }

    public DateTime? ResolutionTime { get; set; }
}
