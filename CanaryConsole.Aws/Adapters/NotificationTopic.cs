using CanaryConsole.Aws.SimpleNotificationService;
using CanaryConsole.Aws.SimpleNotificationService.Model;

namespace CanaryConsole.Aws.Adapters;

/// <summary>The topic that people read: the one configured, in the sandbox its own, else none.</summary>
internal sealed class NotificationTopic(IAmazonSimpleNotificationService sns, AwsOptions options)
{
    private volatile string? _arn = options.NotificationTopicArn;

    /// <summary>Null where there is none.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (_arn is not null || options.Mode is not AwsMode.Sandbox)
        {
            return _arn;
        }

        // Creating a topic that exists gives its ARN.
        var created = await CloudCall.RunAsync(
            "CreateTopic",
            $"topic \"{SnsNotifier.SandboxTopic}\"",
            () => sns.CreateTopicAsync(new CreateTopicRequest { Name = SnsNotifier.SandboxTopic }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return _arn = created.TopicArn;
    }
}
