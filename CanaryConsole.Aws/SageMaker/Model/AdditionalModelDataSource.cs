using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AdditionalModelDataSource
{
    [Required, Length(1, 64), Pattern(@"[A-Za-z0-9\.\-_]+")]
    public string? ChannelName { get; set; }

    [Required]
    public S3ModelDataSource? S3DataSource { get; set; }
}
