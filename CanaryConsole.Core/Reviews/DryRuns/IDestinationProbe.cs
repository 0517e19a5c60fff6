using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Core.Reviews;

/// <summary>Looks whether a place in S3 is there.</summary>
public interface IDestinationProbe
{
    /// <summary>Of the bucket; what cannot be found out is a check too, never an exception.</summary>
    /// <param name="uri">As in "s3://bucket/prefix".</param>
    Task<ReadinessCheck> CheckAsync(string uri, CancellationToken cancellationToken);
}
