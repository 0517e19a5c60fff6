using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Filter
{
    [Required, Length(1, 255), Pattern(@".+")]
    public string? Name { get; set; }

    public Operator? Operator { get; set; }

    [Length(1, 1024), Pattern(@".+")]
    public string? Value { get; set; }
}
