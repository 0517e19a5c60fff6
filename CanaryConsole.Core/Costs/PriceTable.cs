namespace CanaryConsole.Core.Costs;

/// <summary>The user's rows before the console's own. Immutable.</summary>
internal sealed class PriceTable : IPriceTable
{
    /// <summary>Where the console's own list knows most, and so where the last resort is looked for first.</summary>
    private const string BestKnown = "us-east-1";

    private readonly Dictionary<string, Price> _best;

    /// <param name="region">The region whose prices are wanted.</param>
    public PriceTable(IReadOnlyList<Price> user, IReadOnlyList<Price> own, string region)
    {
        var overridden = user.Select(price => (price.Item, price.Region)).ToHashSet();
        All =
        [
            .. user.Concat(own.Where(price => !overridden.Contains((price.Item, price.Region))))
                .OrderBy(price => price.Item, StringComparer.Ordinal)
                .ThenBy(price => price.Region, StringComparer.Ordinal),
        ];
        var given = user.ToHashSet(ReferenceEqualityComparer.Instance);
        _best = All.GroupBy(price => price.Item, StringComparer.Ordinal).ToDictionary(
            item => item.Key,
            item => item.OrderBy(price => Rank(price.Region, given.Contains(price), region))
                .ThenBy(price => given.Contains(price) ? 0 : 1)
                .ThenBy(price => price.Region, StringComparer.Ordinal)
                .First(),
            StringComparer.Ordinal);
    }

    public IReadOnlyList<Price> All { get; }

    public Price? Find(string item) => _best.GetValueOrDefault(item);

    /// <summary>Own region, everywhere, the same part of the world, the best known, any other. What the user gives for everywhere goes before what the console knows of the region.</summary>
    private static int Rank(string? of, bool given, string wanted) =>
        of == wanted ? (given ? 0 : 2)
        : of is null ? (given ? 1 : 3)
        : Continent(of) == Continent(wanted) ? 4
        : of == BestKnown ? 5
        : 6;

    private static string Continent(string region) => region.Split('-')[0];
}
