namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class Topic
{
    public string? TopicArn { get; set; }
}
