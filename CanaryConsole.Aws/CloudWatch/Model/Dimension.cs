using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class Dimension
{
    [Required, Length(1, 255)]
    public string? Name { get; set; }

    [Required, Length(1, 1024)]
    public string? Value { get; set; }
}
