using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Tag
{
    [Required, Length(1, 128), Pattern(@"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)")]
    public string? Key { get; set; }

    [Required, Length(0, 256), Pattern(@"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)")]
    public string? Value { get; set; }
}
