namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AdditionalModelDataSource
{
    public string? ChannelName { get; set; }

    public S3ModelDataSource? S3DataSource { get; set; }
}
