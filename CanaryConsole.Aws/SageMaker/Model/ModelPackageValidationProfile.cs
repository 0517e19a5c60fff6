using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageValidationProfile
{
    [Required, Length(1, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? ProfileName { get; set; }

    [Required]
    public TransformJobDefinition? TransformJobDefinition { get; set; }
}
