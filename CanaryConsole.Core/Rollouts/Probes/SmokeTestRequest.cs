namespace CanaryConsole.Core.Rollouts;

/// <summary>One smoke test as asked for.</summary>
public sealed record SmokeTestRequest
{
    /// <summary>At most 63 characters; default "smoke test 1" and so on.</summary>
    public string? Name { get; init; }

    /// <summary>Required: text, at most 64 KB.</summary>
    public string? Payload { get; init; }

    /// <summary>Default: application/json.</summary>
    public string? ContentType { get; init; }

    /// <summary>How often it is sent, 1 to 20; default 1. All smoke tests together send at most 20.</summary>
    public int? Requests { get; init; }

    /// <summary>100 to 599; default 200.</summary>
    public int? ExpectedStatus { get; init; }

    /// <summary>A media type, as in application/json; any when not given.</summary>
    public string? ExpectedContentType { get; init; }

    /// <summary>Conditions on the answer's JSON, at most 20, as in "$.predictions[0].score >= 0 &amp;&amp; $.predictions[0].score &lt;= 1".</summary>
    public IReadOnlyList<string>? Assertions { get; init; }

    /// <summary>Milliseconds, above 0, at most 60,000; default 5,000.</summary>
    public double? LatencyLimitMs { get; init; }
}
