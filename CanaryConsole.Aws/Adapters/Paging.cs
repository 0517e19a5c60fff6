namespace CanaryConsole.Aws.Adapters;

internal static class Paging
{
    /// <summary>The first <paramref name="most"/> items of a list; pages behind them are not asked for.</summary>
    public static async Task<List<TItem>> FirstAsync<TItem>(this IAsyncEnumerable<TItem> items, int most)
    {
        var first = new List<TItem>();
        await foreach (var item in items.ConfigureAwait(false))
        {
            first.Add(item);
            if (first.Count == most)
            {
                break;
            }
        }

        return first;
    }
}
