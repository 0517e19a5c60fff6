using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelInput
{
    [Required, Length(1, 16384), Pattern(@"[\S\s]+")]
    public string? DataInputConfig { get; set; }
}
