using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Forecasts;

/// <summary>An endpoint's own traffic, as a forecast builds on it.</summary>
/// <param name="RequestsPerSecond">Of all variants together, now; above 0.</param>
/// <param name="Champion">The champion's latest windows, ascending; at least one with requests.</param>
/// <param name="Period">Between metrics; above 0.</param>
/// <param name="Lateness">How long after its end a window is there to be judged.</param>
public sealed record TrafficPicture(double RequestsPerSecond, IReadOnlyList<MetricWindow> Champion, TimeSpan Period, TimeSpan Lateness)
{
    /// <summary>How far back the traffic of now is looked for.</summary>
    private static readonly TimeSpan Now = TimeSpan.FromMinutes(5);

    /// <summary>All variants' requests a second in each hour of the day, from 0 UTC; null for hours not seen. Empty where no day was read.</summary>
    public IReadOnlyList<double?> ByHour { get; init; } = [];

    /// <summary>The champion's requests in <see cref="Champion"/>.</summary>
    public long Requests => Champion.Sum(window => window.Requests);

    /// <summary>The middle one of the champion's p99 latencies; null where none was delivered.</summary>
    public TimeSpan? ChampionP99
    {
        get
        {
            var known = Champion.Where(window => window.LatencyP99 is not null).Select(window => window.LatencyP99!.Value).Order().ToList();
            return known.Count > 0 ? known[known.Count / 2] : null;
        }
    }

    /// <summary>From what the monitor last saw; null while the endpoint has no traffic to build on.</summary>
    /// <param name="champion">Null: the variant with the greatest share.</param>
    public static TrafficPicture? Of(EndpointSnapshot? endpoint, string? champion, TimeSpan lateness)
    {
        var windows = endpoint?.Variants.SelectMany(history => history.Windows).ToList() ?? [];
        var named = champion ?? endpoint?.Description.Variants.MaxBy(variant => variant.CurrentWeight)?.Name;
        var own = named is null ? null : endpoint?.History(named)?.Windows;
        if (windows.Count == 0 || own is null || own.Sum(window => window.Requests) == 0)
        {
            return null;
        }

        var end = windows.Max(window => window.End);
        var recent = windows.Where(window => window.Start >= end - Now).ToList();
        var rate = recent.Sum(window => window.Requests) / (end - recent.Min(window => window.Start)).TotalSeconds;
        return rate > 0 ? new TrafficPicture(rate, own, endpoint!.Description.MetricPeriod, lateness) : null;
    }

    /// <summary>The part of the champion's requests that a rule on counts calls bad; 0 where that was not measured.</summary>
    public double BadRate(GuardrailRule rule) => RuleCounting.Count(rule, Champion) is { Requests: > 0 and var requests, Bad: var bad } ? (double)bad / requests : 0;

    /// <summary>Expected requests a second at a time of the day, as the day before had them; as now where that is not known.</summary>
    public double RateAt(DateTimeOffset at) =>
        ByHour.Count == 24 && ByHour[at.UtcDateTime.Hour] is { } known and > 0 ? known : RequestsPerSecond;

    /// <summary>Expected requests a second over a time; the middle of each hour stands for it, of a week of hours at most.</summary>
    public double RateOver(DateTimeOffset from, TimeSpan lasts)
    {
        var hours = (int)Math.Clamp(Math.Ceiling(lasts.TotalHours), 1, 168);
        return Enumerable.Range(0, hours).Average(hour => RateAt(from + (lasts * ((hour + 0.5) / hours))));
    }
}
