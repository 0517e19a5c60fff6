namespace CanaryConsole.Sandbox.Metrics;

/// <summary>What one request to one variant leaves behind in the metrics.</summary>
/// <param name="IsModelError">The container did not answer with a 2XX: another status, nonsense, or nothing in time.</param>
internal readonly record struct RequestOutcome(TimeSpan ModelLatency, TimeSpan OverheadLatency, bool IsModelError)
{
    private readonly bool? _is5XX;

    /// <summary>The request was answered with a status of 400 to 499.</summary>
    public bool Is4XX { get; init; }

    /// <summary>The request was answered with a status of 500 or above; where it is not said, as every model error that is not a 4XX.</summary>
    public bool Is5XX
    {
        get => _is5XX ?? (IsModelError && !Is4XX);
        init => _is5XX = value;
    }
}
