namespace CanaryConsole.Core.Notifications;

/// <summary>A message to people.</summary>
/// <param name="Subject">At most 100 ASCII characters.</param>
/// <param name="Body">Plain text.</param>
public sealed record Notification(string Subject, string Body);

/// <summary>The way out to people. Every failure is a <see cref="CloudException"/>.</summary>
public interface INotifier
{
    Task PublishAsync(Notification notification, CancellationToken cancellationToken);
}
