using CanaryConsole.Hosting;

namespace CanaryConsole.Live;

/// <summary>One timer for all the ages and countdowns of a circuit; it rests while nobody listens or looks.</summary>
public sealed class SecondTicker(TimeProvider time, ConsoleEnvironment environment, PageVisibility visibility) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<Action> _listeners = [];
    private ITimer? _timer;

    /// <summary>Calls back about once a second of the viewer's time, on any thread, until disposed.</summary>
    public IDisposable Subscribe(Action onSecond)
    {
        // The console's clock may run faster than the viewer's; a viewer's second is what counts here.
        var second = TimeSpan.FromSeconds(Math.Max(1, environment.ClockScale));
        lock (_gate)
        {
            _listeners.Add(onSecond);
            _timer ??= time.CreateTimer(_ => Tick(), null, second, second);
        }

        return new Subscription(this, onSecond);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _listeners.Clear();
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Tick()
    {
        if (visibility.IsHidden)
        {
            return;
        }

        Action[] listeners;
        lock (_gate)
        {
            listeners = [.. _listeners];
        }

        foreach (var listener in listeners)
        {
            listener();
        }
    }

    private void Remove(Action listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
            if (_listeners.Count == 0)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    private sealed class Subscription(SecondTicker ticker, Action listener) : IDisposable
    {
        public void Dispose() => ticker.Remove(listener);
    }
}
