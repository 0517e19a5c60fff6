using System.Globalization;
using CanaryConsole.Core;

namespace CanaryConsole.Presentation;

/// <summary>Error rates and request rates. What was not measured is a dash, never a zero.</summary>
internal static class RateText
{
    public const string Unknown = "–";

    /// <summary>"0.41 %", "12 %"; two decimals below ten percent, where they matter.</summary>
    public static string Errors(Percentage? rate) => rate is not { } known
        ? Unknown
        : known.Percent.ToString(known.Percent < 10 ? "0.00" : "0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>"212/s", "2.4/s", "0.05/s".</summary>
    public static string PerSecond(double? rate) => rate is { } known ? Number(known) + "/s" : Unknown;

    /// <summary>Without the unit.</summary>
    public static string Number(double rate) => rate.ToString(
        rate switch { 0 or >= 100 => "0", >= 1 => "0.#", _ => "0.##" }, CultureInfo.InvariantCulture);
}
