using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CanaryConsole.Core.Monitoring;

/// <summary>A conflating feed: one slot per watcher, the newest value wins.</summary>
public sealed class SnapshotFeed<T>(T initial) : ISnapshotFeed<T>
    where T : class
{
    private readonly Lock _gate = new();
    private readonly HashSet<Channel<T>> _watchers = [];
    private T _current = initial;

    public T Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    public void Publish(T value)
    {
        lock (_gate)
        {
            _current = value;
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(value);
            }
        }
    }

    public async IAsyncEnumerable<T> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slot = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            _watchers.Add(slot);
            slot.Writer.TryWrite(_current);
        }

        try
        {
            await foreach (var value in slot.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return value;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(slot);
            }
        }
    }
}
