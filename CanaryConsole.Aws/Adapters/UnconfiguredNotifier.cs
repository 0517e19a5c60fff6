using CanaryConsole.Core.Notifications;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Stands where no topic is configured: the log says each time that nobody was told.</summary>
internal sealed class UnconfiguredNotifier(ILogger<UnconfiguredNotifier> logger) : INotifier
{
    public Task PublishAsync(Notification notification, CancellationToken cancellationToken)
    {
        Log.NobodyNotified(logger, notification.Subject);
        return Task.CompletedTask;
    }
}
