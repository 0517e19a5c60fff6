using System.Globalization;
using CanaryConsole.Core.Costs;

namespace CanaryConsole.Presentation.Costs;

/// <summary>US dollars as people read them.</summary>
public static class MoneyText
{
    public const string Unknown = "not known";

    private const decimal HoursPerDay = 24;
    private const decimal HoursPerMonth = 720;

    public static string Of(decimal? usd) => usd is { } known ? $"{Number(known)} USD" : Unknown;

    /// <summary>With its sign, as in "+0.46 USD".</summary>
    public static string More(decimal? usd) => usd is { } known ? $"{(known >= 0 ? "+" : "")}{Number(known)} USD" : Unknown;

    public static string PerHour(decimal? usd) => usd is null ? Unknown : $"{Of(usd)}/h";

    public static string PerMonth(decimal? usdPerHour) => usdPerHour is null ? Unknown : $"{Of(usdPerHour * HoursPerMonth)}/month";

    /// <summary>As in "0.46 USD an hour, 11.04 a day, 331.20 a month".</summary>
    public static string Spans(decimal? usdPerHour) => usdPerHour is { } known
        ? $"{Of(known)} an hour, {Number(known * HoursPerDay)} a day, {Number(known * HoursPerMonth)} a month"
        : Unknown;

    /// <summary>Where a price comes from, as in "us-east-1, 28 Sep 2026".</summary>
    public static string Origin(Price price) => $"{price.Region ?? "everywhere"}, {Day(price.Date)}";

    public static string Day(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    // Cents are enough until they show nothing.
    private static string Number(decimal usd)
    {
        var size = Math.Abs(usd);
        return usd.ToString(size is 0 or >= 0.1m ? "#,0.00" : size >= 0.001m ? "0.000" : "0.00000", CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
