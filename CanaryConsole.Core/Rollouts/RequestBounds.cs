using System.Globalization;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Raw numbers of a request, held to their bounds. NaN is outside every bound.</summary>
internal static class RequestBounds
{
    public static double Within(string field, double? value, double fallback, double least, double most)
    {
        var number = value ?? fallback;
        return number >= least && number <= most ? number : throw Outside(field, number, least, most);
    }

    public static int Within(string field, int? value, int fallback, int least, int most)
    {
        var number = value ?? fallback;
        return number >= least && number <= most ? number : throw Outside(field, number, least, most);
    }

    public static TimeSpan Minutes(string field, double? value, double fallback, double most = 10_080) =>
        TimeSpan.FromMinutes(Within(field, value, fallback, 0, most));

    /// <summary>Above 0 and below 1.</summary>
    public static Percentage InnerShare(string field, double value) => value is > 0 and < 1
        ? Percentage.FromFraction(value)
        : throw Invalid(field, string.Create(CultureInfo.InvariantCulture, $"{field} is {value}; a share is above 0 and below 1, as in 0.05 for 5 %."));

    public static PlanProblemException Invalid(string field, string reason) => new(RefusalKind.Invalid, field, reason);

    private static PlanProblemException Outside(string field, double value, double least, double most) =>
        Invalid(field, string.Create(CultureInfo.InvariantCulture, $"{field} is {value}; it must be between {least} and {most}."));
}
