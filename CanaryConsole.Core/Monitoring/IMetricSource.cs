namespace CanaryConsole.Core.Monitoring;

/// <summary>Where metrics come from. Answers stand in the order of the requests.</summary>
public interface IMetricSource
{
    /// <exception cref="CloudException">Nothing could be read at all.</exception>
    Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken);
}
