using System.Globalization;

namespace CanaryConsole.Presentation;

/// <summary>Latencies: "4.2 ms", "58 ms", "1.24 s".</summary>
internal static class LatencyText
{
    public static string Of(TimeSpan? latency) => latency is not { } known
        ? RateText.Unknown
        : known.TotalMilliseconds switch
        {
            < 10 => known.TotalMilliseconds.ToString("0.#", CultureInfo.InvariantCulture) + " ms",
            < 1000 => known.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
            _ => known.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture) + " s",
        };
}
