using CanaryConsole.Aws.SimpleNotificationService;
using CanaryConsole.Aws.SimpleNotificationService.Model;
using CanaryConsole.Core.Notifications;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Publishes to one topic: the one configured, else the sandbox's own, which is made when first needed.</summary>
internal sealed class SnsNotifier(IAmazonSimpleNotificationService sns, string? topicArn) : INotifier
{
    public const string SandboxTopic = "canaryconsole";

    private const int MaxSubject = 100;

    private volatile string? _topicArn = topicArn;

    public async Task PublishAsync(Notification notification, CancellationToken cancellationToken)
    {
        var topic = _topicArn ??= await CreateTopicAsync(cancellationToken).ConfigureAwait(false);
        var request = new PublishRequest { TopicArn = topic, Subject = Subject(notification.Subject), Message = notification.Body };
        await CloudCall.RunAsync("Publish", $"a notification to topic \"{topic}\"", () => sns.PublishAsync(request, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<string?> CreateTopicAsync(CancellationToken cancellationToken)
    {
        // Creating a topic that exists gives its ARN.
        var created = await CloudCall.RunAsync(
            "CreateTopic",
            $"topic \"{SandboxTopic}\"",
            () => sns.CreateTopicAsync(new CreateTopicRequest { Name = SandboxTopic }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return created.TopicArn;
    }

    /// <summary>SNS refuses a subject with line breaks, other control characters or anything that is not ASCII.</summary>
    private static string Subject(string subject)
    {
        var plain = string.Concat(subject.Select(c => c is >= ' ' and <= '~' ? c : c < ' ' ? ' ' : '?')).Trim();
        return plain.Length <= MaxSubject ? plain : plain[..(MaxSubject - 3)] + "...";
    }
}
