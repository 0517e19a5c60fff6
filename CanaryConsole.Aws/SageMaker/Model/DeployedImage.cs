namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeployedImage
{
    public string? SpecifiedImage { get; set; }

    public string? ResolvedImage { get; set; }

    public DateTime? ResolutionTime { get; set; }
}
