namespace CanaryConsole.Core.Predictions;

/// <summary>Reads what an endpoint's data capture has written. Payloads never reach a log.</summary>
public interface ICaptureReader
{
    /// <summary>The newest requests that both variants answered: a bounded sample, within a bounded time.</summary>
    /// <exception cref="CloudException">The captures could not be read.</exception>
    Task<CaptureSample> ReadAsync(CaptureQuery query, CancellationToken cancellationToken);
}

/// <summary>Which captures to read.</summary>
/// <param name="Destination">Where the endpoint writes, as in "s3://bucket/prefix".</param>
/// <param name="Since">Captures of before are left out.</param>
/// <param name="MostPairs">At least 1.</param>
public sealed record CaptureQuery(
    string Destination, string Endpoint, string Champion, string Challenger, DateTimeOffset Since, DateTimeOffset Until, int MostPairs);

/// <summary>What was found, newest first.</summary>
/// <param name="Unpaired">Captured answers of the challenger whose request has no captured answer of the champion: sampled apart, or not written yet.</param>
public sealed record CaptureSample(IReadOnlyList<CapturedPair> Pairs, long Unpaired);
