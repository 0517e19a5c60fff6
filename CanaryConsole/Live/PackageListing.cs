using CanaryConsole.Core;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Live;

/// <summary>
/// What a query finds, read from the registry page by page as somebody gets there: SageMaker gives no page but the next. Safe for many viewers.
/// </summary>
internal sealed class PackageListing(IPackageCatalog catalog, PackageQuery query, DateTimeOffset since) : IDisposable
{
    /// <summary>No more than this is read, however many there are.</summary>
    public const int MostVersions = 10_000;

    private const int MostPagesAtOnce = 120;
    private static readonly TimeSpan PageLimit = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly List<ModelPackage> _read = [];
    private string? _next;
    private bool _isWhole;
    private int? _total;

    public PackageQuery Query { get; } = query;

    /// <summary>When it was begun.</summary>
    public DateTimeOffset Since { get; } = since;

    /// <exception cref="CloudException">The registry did not answer.</exception>
    public async Task<PackageSlice> ReadAsync(int start, int count, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            for (var pages = 0; !_isWhole && _read.Count < start + count && pages < MostPagesAtOnce; pages++)
            {
                await ReadPageAsync(cancellationToken);
            }

            var items = start < _read.Count ? _read.GetRange(start, Math.Min(count, _read.Count - start)) : [];
            // Where only reading them all would tell how many there are, the end stays a step ahead of the reader.
            var total = _isWhole ? _read.Count : _total ?? _read.Count + 1;
            return new PackageSlice(items, Math.Min(total, MostVersions), _isWhole || _total is not null);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task ReadPageAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(PageLimit);
        try
        {
            var page = await catalog.SearchAsync(Query, _next, limit.Token);
            _read.AddRange(page.Packages);
            (_next, _total) = (page.Next, page.Total);
            _isWhole = page.Next is null || _read.Count >= MostVersions;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(CloudFailure.Unavailable, $"The model registry did not answer within {PageLimit.TotalSeconds:0} s");
        }
    }
}

/// <param name="Total">How many there are, or at least so many where <paramref name="IsExact"/> is false.</param>
internal sealed record PackageSlice(IReadOnlyList<ModelPackage> Items, int Total, bool IsExact);
