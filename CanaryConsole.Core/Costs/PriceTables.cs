namespace CanaryConsole.Core.Costs;

public static class PriceTables
{
    /// <summary>The user's file before the console's own list.</summary>
    /// <param name="file">A CSV file with the columns item, usd, unit, region, date, source; empty for none.</param>
    /// <param name="region">The region whose prices are wanted; empty where none is.</param>
    /// <exception cref="PriceFileException">The file cannot be read, or a line of it is no price.</exception>
    public static IPriceTable Read(string file, string region)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new PriceTable(file.Length > 0 ? PriceFile.Read(file) : [], PriceFile.Own(), region);
    }
}
