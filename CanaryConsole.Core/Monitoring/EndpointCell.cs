using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Monitoring;

/// <summary>All the monitor remembers of one endpoint. Whoever acts on the endpoint holds <see cref="Gate"/>; the rest is replaced whole.</summary>
internal sealed class EndpointCell(string name) : IDisposable
{
    public string Name { get; } = name;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    public EndpointListing? Listing { get; set; }

    public EndpointDescription? Description { get; set; }

    public DateTimeOffset DescribedAt { get; set; }

    /// <summary>Why the last description failed; null when it did not.</summary>
    public string? Problem { get; set; }

    public MetricHistory Metrics { get; } = new();

    public bool IsChanging => Description is
    {
        Status: EndpointStatus.Updating or EndpointStatus.Creating or EndpointStatus.RollingBack or EndpointStatus.SystemUpdating or EndpointStatus.Deleting
    };

    /// <summary>The list shows another state than the one described.</summary>
    public bool IsOutdated => Description is null || (Listing is { } listing && (listing.LastModified != Description.LastModified || listing.Status != Description.Status));

    public void Dispose() => Gate.Dispose();
}
