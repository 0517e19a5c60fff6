using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CaptureContentTypeHeader
{
    [Items(1, 10), Length(1, 256, Of = Part.Items), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*", Of = Part.Items)]
    public List<string>? CsvContentTypes { get; set; }

    [Items(1, 10), Length(1, 256, Of = Part.Items), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*", Of = Part.Items)]
    public List<string>? JsonContentTypes { get; set; }
}
