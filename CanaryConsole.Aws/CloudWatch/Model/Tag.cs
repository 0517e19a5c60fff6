using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class Tag
{
    [Required, Length(1, 128)]
    public string? Key { get; set; }

    [Required, Length(0, 256)]
    public string? Value { get; set; }
}
