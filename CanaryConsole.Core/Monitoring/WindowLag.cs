namespace CanaryConsole.Core.Monitoring;

/// <summary>How late after its end a variant's window still came or changed, as readings showed it: the truth is at least this.</summary>
/// <param name="After">From the window's end to the last reading in which it was not yet as it is.</param>
/// <param name="SeenAt">When that was noticed.</param>
public sealed record WindowLag(TimeSpan After, DateTimeOffset SeenAt)
{
    /// <summary>What happened longer ago says nothing about now.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    /// <summary>The greatest of late, with one more answer; null while nothing was late.</summary>
    /// <param name="known">Before the answer is merged.</param>
    internal static WindowLag? Of(VariantHistory known, MetricAnswer answer, DateTimeOffset at)
    {
        var kept = known.Lag is { } lag && at - lag.SeenAt <= Remembered ? lag : null;
        if (known is not { ReadAt: { } readAt, Windows: [var oldest, ..] })
        {
            return kept;
        }

        var before = known.Windows.ToDictionary(window => window.Start);
        foreach (var window in answer.Windows)
        {
            // What began before the oldest known one was perhaps never asked for.
            if (window.Start >= oldest.Start && window.End <= readAt && readAt - window.End >= (kept?.After ?? TimeSpan.Zero)
                && (!before.TryGetValue(window.Start, out var was) || (was.Requests, was.Errors) != (window.Requests, window.Errors)))
            {
                kept = new WindowLag(readAt - window.End, at);
            }
        }

        return kept;
    }
}
