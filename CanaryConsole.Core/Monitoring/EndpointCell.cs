using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Monitoring;

/// <summary>All the monitor remembers of one endpoint. Whoever acts on the endpoint holds <see cref="Gate"/>; the rest is replaced whole.</summary>
internal sealed class EndpointCell(string name) : IDisposable
{
    private readonly Lock _seeing = new();
    private Sighting? _seen;

    public string Name { get; } = name;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    public EndpointListing? Listing { get; set; }

    public EndpointDescription? Description => Volatile.Read(ref _seen)?.Description;

    public DateTimeOffset DescribedAt => Volatile.Read(ref _seen)?.At ?? default;

    /// <summary>Why the last description failed; null when it did not.</summary>
    public string? Problem { get; set; }

    public MetricHistory Metrics { get; } = new();

    public SignalHistory Signals { get; } = new();

    public bool IsChanging => Description is
    {
        Status: EndpointStatus.Updating or EndpointStatus.Creating or EndpointStatus.RollingBack or EndpointStatus.SystemUpdating or EndpointStatus.Deleting
    };

    /// <summary>The list shows another state than the one described.</summary>
    public bool IsOutdated => Description is not { } description
        || (Listing is { } listing && (listing.LastModified != description.LastModified || listing.Status != description.Status));

    /// <summary>Descriptions may overtake each other; an older one never replaces a newer one, because it would prove what was before.</summary>
    public void See(EndpointDescription description, DateTimeOffset at)
    {
        lock (_seeing)
        {
            if (_seen is null || at >= _seen.At)
            {
                Volatile.Write(ref _seen, new Sighting(description, at));
                Problem = null;
            }
        }
    }

    public void Dispose() => Gate.Dispose();

    private sealed record Sighting(EndpointDescription Description, DateTimeOffset At);
}
