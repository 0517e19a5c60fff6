using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class MetricDimension
{
    [Required]
    public string? Name { get; set; }

    [Required]
    public string? Value { get; set; }
}
