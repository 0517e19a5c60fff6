namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AdditionalS3DataSource
{
    public AdditionalS3DataSourceDataType? S3DataType { get; set; }

    public string? S3Uri { get; set; }

    public CompressionType? CompressionType { get; set; }

    public string? ETag { get; set; }
}
