using System.Runtime.CompilerServices;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Where metrics come from.</summary>
public interface IMetricSource
{
    /// <summary>Answers stand in the order of the requests.</summary>
    /// <exception cref="CloudException">Nothing could be read at all.</exception>
    Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken);

    /// <summary>The same answers in parts, each as soon as it is there and in no order: what the first shows need not wait for the last.</summary>
    /// <exception cref="CloudException">Nothing could be read at all; known only after the last part.</exception>
    async IAsyncEnumerable<IReadOnlyList<MetricAnswer>> ReadInPartsAsync(
        IReadOnlyList<MetricRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await ReadAsync(requests, cancellationToken).ConfigureAwait(false);
    }
}
