using System.Globalization;

namespace CanaryConsole.Presentation;

/// <summary>Numbers of things, as in "4,812" and "1 request".</summary>
internal static class CountText
{
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(long count, string one, string many) => $"{Of(count)} {(count == 1 ? one : many)}";
}
