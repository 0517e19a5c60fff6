using CanaryConsole.Core;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Live;

/// <summary>
/// Keeps readings of the registry for a few seconds, so that a page drawn twice (once on the server, once over its circuit) does not read it twice
/// and does not blink between.
/// </summary>
internal sealed class RegistryShelf(IModelRegistry registry, IPackageCatalog catalog, TimeProvider time, WallClock wall)
{
    private const int MostListings = 200;
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, PackageListing> _listings = new(StringComparer.Ordinal);
    private volatile GroupReading? _groups;

    /// <summary>The names of all groups, in their order.</summary>
    /// <exception cref="CloudException">The registry could not be read.</exception>
    public async ValueTask<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellationToken)
    {
        if (_groups is { } kept && time.GetUtcNow() - kept.ReadAt < GoodFor)
        {
            return kept.Names;
        }

        using var limit = new CancellationTokenSource(Limit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var names = (await registry.ListGroupsAsync(either.Token)).Order(StringComparer.Ordinal).ToList();
            _groups = new GroupReading(names, time.GetUtcNow());
            return names;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(CloudFailure.Unavailable, $"The model registry did not answer within {Limit.TotalSeconds:0} s");
        }
    }

    /// <summary>The versions that meet the query; the same listing for whoever asks within a few seconds.</summary>
    public PackageListing Listing(PackageQuery query)
    {
        var key = $"{query.Group}\n{string.Join('\n', query.Terms)}";
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_listings.TryGetValue(key, out var kept) && now - kept.Since < GoodFor)
            {
                return kept;
            }

            if (_listings.Count >= MostListings)
            {
                foreach (var old in _listings.Where(pair => now - pair.Value.Since >= GoodFor).Select(pair => pair.Key).ToList())
                {
                    _listings.Remove(old);
                }
            }

            if (_listings.Count >= MostListings)
            {
                _listings.Clear();
            }

            return _listings[key] = new PackageListing(catalog, query, now);
        }
    }

    /// <summary>What was read before a change made here is not shown after it.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _listings.Clear();
        }

        _groups = null;
    }

    private sealed record GroupReading(IReadOnlyList<string> Names, DateTimeOffset ReadAt);
}
