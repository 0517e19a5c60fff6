namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class MessageAttributeValue
{
    public string? DataType { get; set; }

    public string? StringValue { get; set; }

    public MemoryStream? BinaryValue { get; set; }
}
