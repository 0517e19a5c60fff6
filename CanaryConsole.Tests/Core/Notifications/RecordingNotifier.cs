using System.Threading.Channels;
using CanaryConsole.Core.Notifications;

namespace CanaryConsole.Tests.Core.Notifications;

/// <summary>Keeps what it was asked to publish, and answers as told.</summary>
internal sealed class RecordingNotifier : INotifier
{
    private readonly Channel<Notification> _asked = Channel.CreateUnbounded<Notification>();

    /// <summary>What becomes of the nth request, from 1 on.</summary>
    public Func<int, CancellationToken, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public List<string> Subjects { get; } = [];

    public Task PublishAsync(Notification notification, CancellationToken cancellationToken)
    {
        Subjects.Add(notification.Subject);
        _asked.Writer.TryWrite(notification);
        return Answer(Subjects.Count, cancellationToken);
    }

    public async Task<Notification> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _asked.Reader.ReadAsync(patience.Token);
    }
}
