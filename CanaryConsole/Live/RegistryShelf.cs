using CanaryConsole.Core.Registry;

namespace CanaryConsole.Live;

/// <summary>
/// Keeps the last reading of the registry for a few seconds, so that a page drawn twice (once on the server, once over its circuit) does not read it twice
/// and does not blink between.
/// </summary>
internal sealed class RegistryShelf(IModelRegistry registry, TimeProvider time)
{
    private const int CallsInFlight = 4;
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private volatile RegistryCatalog? _last;

    /// <exception cref="Core.CloudException">The registry could not be read.</exception>
    public async ValueTask<RegistryCatalog> ReadAsync(CancellationToken cancellationToken)
    {
        if (_last is { } kept && time.GetUtcNow() - kept.ReadAt < GoodFor)
        {
            return kept;
        }

        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return _last = await ReadAllAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new Core.CloudException(Core.CloudFailure.Unavailable, $"The model registry did not answer within {Limit.TotalSeconds} s");
        }
    }

    private async Task<RegistryCatalog> ReadAllAsync(CancellationToken cancellationToken)
    {
        var groups = (await registry.ListGroupsAsync(cancellationToken)).Order(StringComparer.Ordinal).ToList();
        var packages = new IReadOnlyList<ModelPackage>[Math.Min(groups.Count, RegistryCatalog.GroupLimit)];
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsInFlight, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, packages.Length, options, async (index, token) =>
            packages[index] = await registry.ListPackagesAsync(groups[index], token));
        return new RegistryCatalog(groups, [.. packages.SelectMany(group => group)], time.GetUtcNow());
    }
}
