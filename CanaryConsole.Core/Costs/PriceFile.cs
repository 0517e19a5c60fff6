using System.Globalization;
using CsvHelper;

namespace CanaryConsole.Core.Costs;

/// <summary>Prices written as CSV, a line each: item, usd, unit, region, date, source. An empty region holds everywhere.</summary>
internal static class PriceFile
{
    private const int MostRows = 10_000;
    private const int MostBytes = 4 * 1024 * 1024;
    private const int LongestText = 300;

    private static readonly string[] Columns = ["item", "usd", "unit", "region", "date", "source"];

    /// <summary>The console's own list.</summary>
    public static IReadOnlyList<Price> Own()
    {
        using var stream = typeof(PriceFile).Assembly.GetManifestResourceStream("prices.csv") ?? throw new InvalidOperationException("The console's price list is missing from its assembly.");
        using var reader = new StreamReader(stream);
        return Read("prices.csv", reader);
    }

    /// <exception cref="PriceFileException">The file cannot be read, or a line is no price.</exception>
    public static IReadOnlyList<Price> Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes and var length })
            {
                throw new PriceFileException($"The price file {path} has {length:N0} bytes; at most {MostBytes:N0} are read.");
            }

            using var reader = new StreamReader(path);
            return Read(path, reader);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or CsvFormatException)
        {
            throw new PriceFileException($"The price file {path} cannot be read ({failure.Message.TrimEnd('.')}): it is a CSV file with the columns {string.Join(", ", Columns)}.", failure);
        }
    }

    /// <exception cref="PriceFileException">A line is no price.</exception>
    internal static IReadOnlyList<Price> Read(string path, TextReader reader)
    {
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true }, leaveOpen: true);
        if (Columns.FirstOrDefault(column => !csv.Headers.Contains(column)) is { } missing)
        {
            throw new PriceFileException($"The price file {path} lacks the column {missing}: its first line names {string.Join(", ", Columns)}.");
        }

        var prices = new List<Price>();
        var seen = new Dictionary<(string Item, string? Region), long>();
        while (csv.Read())
        {
            if (prices.Count == MostRows)
            {
                throw new PriceFileException($"The price file {path} has more than {MostRows:N0} lines.");
            }

            var line = csv.LineNumber;
            var price = Row(path, line, column => (csv.GetString(column) ?? "").Trim());
            if (!seen.TryAdd((price.Item, price.Region), line))
            {
                throw new PriceFileException(
                    $"The price file {path} has {price.Item}{(price.Region is { } region ? $" in {region}" : "")} on line {seen[(price.Item, price.Region)]} and again on line {line}: leave one of them out.");
            }

            prices.Add(price);
        }

        return prices;
    }

    private static Price Row(string path, long line, Func<string, string> field)
    {
        return new Price(
            Text("item"),
            decimal.TryParse(field("usd"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var usd) && usd <= 1_000_000 ? usd : throw Wrong("usd", "a number of US dollars from 0 to 1,000,000, as in 0.23"),
            Text("unit"),
            field("region") is { Length: > 0 and <= LongestText } region ? region : null,
            DateOnly.TryParseExact(field("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Wrong("date", "a day, as in 2026-11-21"),
            Text("source"));

        string Text(string column) => field(column) is { Length: > 0 and <= LongestText } text ? text : throw Wrong(column, $"a text of 1 to {LongestText} characters");

        PriceFileException Wrong(string column, string wanted) =>
            new($"The price file {path} has \"{Shortened(field(column))}\" as {column} on line {line}: it must be {wanted}.");
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
