namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>FILL: a datapoint for every period of the window.</summary>
internal static class Gaps
{
    public static Series WithNumber(Series series, ReadWindow window, double number) => Fill(series, window, (_, _, _) => number);

    /// <summary>The newest value before the gap; nothing before the first.</summary>
    public static Series WithLast(Series series, ReadWindow window) => Fill(series, window, (before, _, _) => before?.Value);

    /// <summary>On the line between the values around the gap; nothing outside of them.</summary>
    public static Series WithLine(Series series, ReadWindow window) => Fill(
        series,
        window,
        (before, after, at) => before is { } left && after is { } right ? left.Value + ((right.Value - left.Value) * ((at - left.At) / (right.At - left.At))) : null);

    private static Series Fill(Series series, ReadWindow window, Func<Datapoint?, Datapoint?, DateTimeOffset, double?> missing)
    {
        var filled = new List<Datapoint>();
        var (i, before) = (0, (Datapoint?)null);
        for (var at = window.Start(series.Period); at < window.Until; at += series.Period)
        {
            if (i < series.Points.Count && series.Points[i].At == at)
            {
                filled.Add(series.Points[i]);
                before = series.Points[i++];
            }
            else if (missing(before, i < series.Points.Count ? series.Points[i] : null, at) is { } value)
            {
                filled.Add(new Datapoint(at, value));
            }
        }

        return series.With(filled);
    }
}
