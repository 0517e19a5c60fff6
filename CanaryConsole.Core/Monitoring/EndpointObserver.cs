using System.Collections.Concurrent;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Keeps the endpoint cells true: lists them, and describes those that are due.</summary>
internal sealed class EndpointObserver(IEndpointControl endpoints, SourceTracker sources, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, EndpointCell> _cells = new(StringComparer.Ordinal);

    public IReadOnlyList<EndpointCell> Cells => [.. _cells.Values.OrderBy(cell => cell.Name, StringComparer.Ordinal)];

    public EndpointCell Cell(string name) => _cells.GetOrAdd(name, one => new EndpointCell(one));

    /// <summary>Null for an endpoint that nobody has seen or asked for.</summary>
    public EndpointCell? Find(string name) => _cells.GetValueOrDefault(name);

    /// <summary>One list call shows which endpoints changed since they were described, so that the others need no call of their own.</summary>
    public async Task ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            var listings = await endpoints.ListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var listing in listings)
            {
                Cell(listing.Name).Listing = listing;
            }

            foreach (var gone in _cells.Keys.Except(listings.Select(listing => listing.Name)))
            {
                _cells.TryRemove(gone, out _);
            }

            sources.Succeeded(SourceTracker.Endpoints);
        }
        catch (CloudException failure)
        {
            sources.Failed(SourceTracker.Endpoints, failure.Message);
        }
    }

    public async Task DescribeAsync(EndpointCell cell, CancellationToken cancellationToken)
    {
        // The time before the call: what was ordered after it cannot be in the answer.
        var at = clock.GetUtcNow();
        try
        {
            cell.See(await endpoints.DescribeAsync(cell.Name, cancellationToken).ConfigureAwait(false), at);
            sources.Succeeded(SourceTracker.Endpoints);
        }
        catch (CloudException failure)
        {
            cell.Problem = failure.Message;
            sources.Failed(SourceTracker.Endpoints, failure.Message);
        }
    }
}
