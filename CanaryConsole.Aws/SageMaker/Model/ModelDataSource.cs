namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelDataSource
{
    public S3ModelDataSource? S3DataSource { get; set; }
}
