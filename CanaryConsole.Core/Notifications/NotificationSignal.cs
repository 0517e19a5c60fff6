using System.Threading.Channels;

namespace CanaryConsole.Core.Notifications;

/// <summary>Wakes the dispatcher when something worth telling may have happened. Never blocks.</summary>
public sealed class NotificationSignal
{
    private readonly Channel<bool> _waiting = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal ChannelReader<bool> Waiting => _waiting.Reader;

    public void Wake() => _waiting.Writer.TryWrite(true);
}
