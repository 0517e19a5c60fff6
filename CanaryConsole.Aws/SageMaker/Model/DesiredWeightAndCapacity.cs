using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DesiredWeightAndCapacity
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? VariantName { get; set; }

    [Between(min: 0)]
    public float? DesiredWeight { get; set; }

    [Between(min: 0)]
    public int? DesiredInstanceCount { get; set; }

    public ProductionVariantServerlessUpdateConfig? ServerlessUpdateConfig { get; set; }
}
