using System.Globalization;

namespace CanaryConsole.Presentation;

/// <summary>Moments in the one zone everybody shares.</summary>
internal static class UtcText
{
    public static string Full(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
