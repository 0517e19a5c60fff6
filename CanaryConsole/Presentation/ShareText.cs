using System.Globalization;
using CanaryConsole.Core;

namespace CanaryConsole.Presentation;

/// <summary>Traffic shares: whole numbers where they are whole, one decimal where not.</summary>
internal static class ShareText
{
    public static string Of(Percentage share) => Number(share) + " %";

    /// <summary>Without the sign: "75", "33.3"; a trace below 0.05 % is "&lt;0.1", for it is not nothing.</summary>
    public static string Number(Percentage share) => share.Percent is > 0 and < 0.05
        ? "<0.1"
        : share.Percent.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>"75 / 25".</summary>
    public static string Split(IEnumerable<Percentage> shares) => string.Join(" / ", shares.Select(Number));
}
