using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>Remembers up to where windows are folded, and what the latest of them said: a correction that comes after is not taken, but it is counted. Not thread-safe.</summary>
internal sealed class FoldedWindows
{
    /// <summary>Older windows are not read again.</summary>
    private const int Remembered = 64;

    private readonly Dictionary<DateTimeOffset, (Counted Challenger, Counted Champion)> _latest = [];
    private readonly Queue<DateTimeOffset> _order = new();
    private readonly HashSet<DateTimeOffset> _corrected = [];

    /// <summary>End of the newest folded window.</summary>
    public DateTimeOffset Until { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Start of the oldest folded window; null before any.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>How many folded windows have been seen to say something else since.</summary>
    public int Corrected { get; private set; }

    public void Add(IReadOnlyList<WindowPair> pairs)
    {
        foreach (var pair in pairs)
        {
            _latest[pair.Start] = (Counted.Of(pair.Challenger), Counted.Of(pair.Champion));
            _order.Enqueue(pair.Start);
            Until = pair.End;
            First ??= pair.Start;
            if (_order.Count > Remembered)
            {
                var forgotten = _order.Dequeue();
                _latest.Remove(forgotten);
                _corrected.Remove(forgotten);
            }
        }
    }

    /// <summary>Looks for corrections of what is folded.</summary>
    public void Compare(GuardrailView view)
    {
        if (_order.TryPeek(out var oldest))
        {
            Compare(view.WholeChallenger, oldest, folded => folded.Challenger);
            Compare(view.WholeChampion, oldest, folded => folded.Champion);
        }
    }

    private void Compare(IReadOnlyList<MetricWindow> windows, DateTimeOffset oldest, Func<(Counted Challenger, Counted Champion), Counted> arm)
    {
        for (var i = windows.Count - 1; i >= 0 && windows[i].Start >= oldest; i--)
        {
            if (_latest.TryGetValue(windows[i].Start, out var folded) && arm(folded) != Counted.Of(windows[i]) && _corrected.Add(windows[i].Start))
            {
                Corrected++;
            }
        }
    }

    private readonly record struct Counted(long Requests, long Errors, long? Slow)
    {
        public static Counted Of(MetricWindow? window) => window is null ? default : new Counted(window.Requests, window.Errors, window.SlowRequests);
    }
}
