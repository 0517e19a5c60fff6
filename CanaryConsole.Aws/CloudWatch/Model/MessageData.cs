namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class MessageData
{
    public string? Code { get; set; }

    public string? Value { get; set; }
}
