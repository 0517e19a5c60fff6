namespace CanaryConsole.Aws.Adapters;

internal static class Paging
{
    /// <summary>Follows next tokens until the pages end or <paramref name="most"/> items are there.</summary>
    public static async Task<List<TItem>> ReadAsync<TItem>(
        int most,
        Func<string?, Task<(List<TItem>? Items, string? NextToken)>> readPage)
    {
        var items = new List<TItem>();
        string? token = null;
        do
        {
            var (page, next) = await readPage(token).ConfigureAwait(false);
            items.AddRange((page ?? []).Take(most - items.Count));

            // A token that comes back unchanged would go round for ever.
            token = string.Equals(next, token, StringComparison.Ordinal) ? null : next;
        }
        while (!string.IsNullOrEmpty(token) && items.Count < most);
        return items;
    }
}
