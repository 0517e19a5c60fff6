namespace CanaryConsole.Core.Costs;

/// <summary>Sums in which one unknown part makes the whole unknown, and spans of time as money is counted by them.</summary>
internal static class Money
{
    /// <summary>A month is 30 days, as in the console's words everywhere.</summary>
    public const decimal HoursPerMonth = 720;

    public static decimal Hours(TimeSpan time) => (decimal)time.Ticks / TimeSpan.TicksPerHour;

    public static decimal? Sum(IEnumerable<decimal?> parts)
    {
        decimal sum = 0;
        foreach (var part in parts)
        {
            if (part is not { } known)
            {
                return null;
            }

            sum += known;
        }

        return sum;
    }
}
