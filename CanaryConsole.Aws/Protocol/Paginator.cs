using System.Runtime.CompilerServices;

namespace CanaryConsole.Aws.Protocol;

/// <summary>
/// Reads lists page by page as streams, asking for the next page only when the reader gets there:
/// <code>Paginator.ItemsAsync((token, stop) => sageMaker.ListEndpointsAsync(new() { NextToken = token }, stop), page => page.Endpoints)</code>
/// </summary>
public static class Paginator
{
    public const int DefaultMostPages = 1_000;

    /// <summary>The pages, one after the other.</summary>
    /// <param name="call">Asks for the page of a token; null asks for the first.</param>
    /// <param name="mostPages">A list that goes on after this many pages ends with a <see cref="PaginationException"/>.</param>
    /// <exception cref="PaginationException">The service gave a token it had given before, or too many pages.</exception>
    public static async IAsyncEnumerable<TPage> PagesAsync<TPage>(
        Func<string?, CancellationToken, Task<TPage>> call,
        int mostPages = DefaultMostPages,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TPage : IPagedResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPages, 1);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        for (var number = 1; number <= mostPages; number++)
        {
            var page = await call(token, cancellationToken).ConfigureAwait(false);
            yield return page;

            token = page.NextToken;
            if (string.IsNullOrEmpty(token))
            {
                yield break;
            }

            if (!seen.Add(token))
            {
                throw new PaginationException(
                    $"{typeof(TPage).Name} number {number} carries the NextToken of an earlier page: the list would never end.");
            }
        }

        throw new PaginationException($"{typeof(TPage).Name} goes on after {mostPages} pages, the most that are read.");
    }

    /// <summary>The items of all pages, one after the other.</summary>
    /// <inheritdoc cref="PagesAsync"/>
    /// <param name="items">Where a page has its items.</param>
    public static async IAsyncEnumerable<TItem> ItemsAsync<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> call,
        Func<TPage, IEnumerable<TItem>?> items,
        int mostPages = DefaultMostPages,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TPage : IPagedResponse
    {
        ArgumentNullException.ThrowIfNull(items);

        await foreach (var page in PagesAsync(call, mostPages, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in items(page) ?? [])
            {
                yield return item;
            }
        }
    }
}
