using System.Globalization;
using CanaryConsole.Core.Costs;

namespace CanaryConsole.Presentation.Costs;

/// <summary>One line of the price table.</summary>
/// <param name="IsUsed">The row that the console takes for the item in its region.</param>
public sealed record PriceRow(string Item, string Usd, string Unit, string Region, string Date, string Source, bool IsUsed)
{
    /// <summary>Rows in which every word of the search occurs.</summary>
    public static IReadOnlyList<PriceRow> Of(IPriceTable prices, string? search)
    {
        ArgumentNullException.ThrowIfNull(prices);
        var words = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. prices.All
                .Where(price => words.All(word => $"{price.Item} {price.Region} {price.Unit} {price.Source}".Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Select(price => new PriceRow(
                    price.Item, price.Usd.ToString("0.00##", CultureInfo.InvariantCulture), price.Unit, price.Region ?? "everywhere", MoneyText.Day(price.Date), price.Source, prices.Find(price.Item) == price)),
        ];
    }
}
