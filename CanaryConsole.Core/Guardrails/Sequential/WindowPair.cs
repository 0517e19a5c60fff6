using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>The same window of both arms; an arm without requests has none.</summary>
/// <param name="Alone">The champion has no share any more: what it did before stands in for it.</param>
internal readonly record struct WindowPair(DateTimeOffset Start, DateTimeOffset End, MetricWindow? Challenger, MetricWindow? Champion, bool Alone)
{
    /// <summary>Both arms' windows from a moment on, ascending.</summary>
    public static List<WindowPair> Of(IReadOnlyList<MetricWindow> challenger, IReadOnlyList<MetricWindow> champion, DateTimeOffset from, DateTimeOffset? aloneFrom)
    {
        var pairs = new SortedDictionary<(DateTimeOffset Start, TimeSpan Period), WindowPair>();
        foreach (var window in champion)
        {
            if (window.Start >= from && window.Requests > 0)
            {
                pairs[(window.Start, window.Period)] = new WindowPair(window.Start, window.End, null, window, Alone: false);
            }
        }

        foreach (var window in challenger)
        {
            if (window.Start >= from && window.Requests > 0)
            {
                var beside = pairs.TryGetValue((window.Start, window.Period), out var pair) ? pair.Champion : null;
                pairs[(window.Start, window.Period)] = new WindowPair(window.Start, window.End, window, beside, beside is null && window.Start >= aloneFrom);
            }
        }

        return [.. pairs.Values];
    }
}
