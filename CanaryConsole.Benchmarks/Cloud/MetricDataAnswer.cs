using System.Text.Json;

namespace CanaryConsole.Benchmarks.Cloud;

/// <summary>CloudWatch's answer to GetMetricData: every window that has ended, for every query. Written by hand, so that the fake costs the measured process little.</summary>
internal static class MetricDataAnswer
{
    private const int ChampionRequests = 2_280;
    private const int ChallengerRequests = 120;
    private const int FailedRequests = 30;

    /// <summary>Answers with the endpoints whose failures it shows.</summary>
    public static List<FakeEndpoint> Write(FakeAccount account, JsonElement request, Utf8JsonWriter json)
    {
        var start = (long)request.GetProperty("StartTime").GetDouble();
        var end = Math.Min((long)request.GetProperty("EndTime").GetDouble(), account.Clock.GetUtcNow().ToUnixTimeSeconds());
        var proven = new List<FakeEndpoint>();
        json.WriteStartObject();
        json.WriteStartArray("MetricDataResults");
        foreach (var query in request.GetProperty("MetricDataQueries").EnumerateArray())
        {
            var stat = query.GetProperty("MetricStat");
            var metric = stat.GetProperty("Metric");
            var dimensions = metric.GetProperty("Dimensions");
            var endpoint = account.Find(dimensions[0].GetProperty("Value").GetString()!);
            var isChallenger = dimensions[1].GetProperty("Value").ValueEquals(FakeEndpoint.Challenger);
            var failingSince = isChallenger ? endpoint.FailingSince.ToUnixTimeSeconds() : long.MaxValue;
            var period = stat.GetProperty("Period").GetInt32();
            var series = Series(metric.GetProperty("MetricName").GetString()!, stat.GetProperty("Stat").GetString()!, isChallenger);

            json.WriteStartObject();
            json.WriteString("Id", query.GetProperty("Id").GetString());
            json.WriteString("StatusCode", "Complete");
            json.WriteStartArray("Timestamps");
            for (var at = start; at + period <= end; at += period)
            {
                json.WriteNumberValue(at);
            }

            json.WriteEndArray();
            json.WriteStartArray("Values");
            for (var at = start; at + period <= end; at += period)
            {
                json.WriteNumberValue(series.At(at, at >= failingSince));
            }

            json.WriteEndArray();
            json.WriteEndObject();
            if (series.ShowsFailures && end - period >= failingSince)
            {
                proven.Add(endpoint);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return proven;
    }

    private static FakeSeries Series(string metric, string statistic, bool isChallenger) => (metric, statistic) switch
    {
        ("Invocations", _) => new(isChallenger ? ChallengerRequests : ChampionRequests, 7),
        ("Invocation5XXErrors", _) => new(0, 0),
        ("InvocationModelErrors", _) => new(0, 0, FailedRequests),
        (_, "p50") => new(20_000, 400),
        (_, "p90") => new(38_000, 900),
        (_, "p99") => new(60_000, 2_000),
        (_, "Maximum") => new(90_000, 5_000),
        _ => new(0, 0),
    };

    /// <param name="Spread">How much the value moves from window to window.</param>
    /// <param name="WhenFailing">The value while requests fail; null for a series that does not tell.</param>
    private readonly record struct FakeSeries(int Value, int Spread, int? WhenFailing = null)
    {
        public bool ShowsFailures => WhenFailing is not null;

        public double At(long second, bool isFailing) =>
            isFailing && WhenFailing is { } failing ? failing : Value + (Spread > 0 ? second / 10 * 7919 % Spread : 0);
    }
}
