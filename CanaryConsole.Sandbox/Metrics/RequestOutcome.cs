namespace CanaryConsole.Sandbox.Metrics;

/// <summary>What one request to one variant leaves behind in the metrics.</summary>
internal readonly record struct RequestOutcome(TimeSpan ModelLatency, TimeSpan OverheadLatency, bool IsModelError)
{
    /// <summary>What the model answered with. Zero where it gave no answer: a broken connection, a malformed reply, a timeout; that is a model error, but neither a 4XX nor a 5XX.</summary>
    public int Status { get; init; } = IsModelError ? 500 : 200;

    public bool IsClientError => Status is >= 400 and < 500;

    public bool IsServerError => Status >= 500;

    public static RequestOutcome Of(TimeSpan modelLatency, TimeSpan overheadLatency, int status) =>
        new(modelLatency, overheadLatency, status is < 200 or > 299) { Status = status };
}
