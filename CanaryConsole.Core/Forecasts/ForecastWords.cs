using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Core.Forecasts;

/// <summary>A forecast in plain words; pages and the API say the same. Pure.</summary>
public static class ForecastWords
{
    /// <summary>As in "a doubling of the error rate".</summary>
    public static string Of(Worsening worsening)
    {
        ArgumentNullException.ThrowIfNull(worsening);
        var times = string.Create(CultureInfo.InvariantCulture, $"{worsening.Factor:0.#} times");
        return worsening.Kind switch
        {
            WorseningKind.Errors => worsening.Factor == 2 ? "a doubling of the error rate" : $"{times} the champion's errors",
            WorseningKind.ErrorsOfLimit => $"{times} the error-rate limit",
            WorseningKind.Slow => $"{times} the slow requests allowed",
            WorseningKind.SlowerThanChampion => $"{times} the champion's slow requests",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>As in "At 5 % a doubling of the error rate is seen in 14 min with 210 requests harmed; at 1 % in 70 min."</summary>
    /// <param name="other">Another share to compare with; null to leave it out.</param>
    public static string Sentence(ShareForecast forecast, ShareForecast? other, Worsening worsening)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var first = forecast.Of(worsening) is { } seen
            ? $"At {forecast.Share} {Of(worsening)} is seen in {Span(seen.After)} with {Count(seen.Harmed)} harmed"
            : $"At {forecast.Share} {Of(worsening)} is not seen within 30 days";
        return other is null ? $"{first}." : $"{first}; at {other.Share} {(other.Of(worsening) is { } there ? $"in {Span(there.After)}" : "not at all")}.";
    }

    /// <summary>As in "40 s", "14 min", "3.5 h" or "2.1 days".</summary>
    public static string Span(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalMinutes: < 100 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0.#} days"),
    };

    /// <summary>As in "210 requests".</summary>
    public static string Count(double requests) => $"{Number(requests)} requests";

    /// <summary>Below 10 with a decimal, because an expectation need not be whole.</summary>
    public static string Number(double requests) => requests.ToString(requests < 9.95 ? "0.#" : "N0", CultureInfo.InvariantCulture);

    internal static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
