namespace CanaryConsole.Sandbox;

/// <summary>Where the requests of the simulated users come from.</summary>
public sealed class TrafficOptions
{
    /// <summary>A recorded trace (CSV with TIMESTAMP, ContextTokens, GeneratedTokens) to replay on media-ranker; null for the built-in generator.</summary>
    public string? Trace { get; init; }
}
