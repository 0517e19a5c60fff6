namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CaptureContentTypeHeader
{
    public List<string>? CsvContentTypes { get; set; }

    public List<string>? JsonContentTypes { get; set; }
}
