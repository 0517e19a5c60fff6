using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Sandbox.Traffic;

/// <summary>Poisson arrivals at a rate that follows the day and has mild bursts.</summary>
internal sealed class GeneratedArrivals(double perSecond, Dice dice) : IArrivals
{
    private static readonly TimeSpan BurstLength = TimeSpan.FromMinutes(5);

    public IEnumerable<Arrival> Between(DateTimeOffset from, DateTimeOffset until)
    {
        // Thinning: draw at the highest rate there can be, keep in proportion to the rate of the moment. Arrivals have no memory, so every call may start anew.
        var ceiling = perSecond * DailyShare(TimeSpan.FromHours(20)) * HighestBurst;
        for (var at = from + Gap(ceiling); at < until; at += Gap(ceiling))
        {
            if (dice.Uniform() * ceiling < RateAt(at))
            {
                yield return new Arrival(at, null);
            }
        }
    }

    /// <summary>Requests per second at a time.</summary>
    internal double RateAt(DateTimeOffset time) => perSecond * DailyShare(time.UtcDateTime.TimeOfDay) * BurstAt(time);

    private const double HighestBurst = 1.15;

    // Quiet at eight in the morning, busy at eight in the evening.
    private static double DailyShare(TimeSpan timeOfDay) => 1 + (0.15 * Math.Cos(2 * Math.PI * (timeOfDay.TotalHours - 20) / 24));

    // One spell of five minutes in four rises and falls; which one depends on the time alone, so that it is the same for every reader.
    private static double BurstAt(DateTimeOffset time)
    {
        var spell = time.UtcTicks / BurstLength.Ticks;
        if (unchecked((uint)(spell * 2654435761)) % 4 != 0)
        {
            return 1;
        }

        var progress = (double)(time.UtcTicks % BurstLength.Ticks) / BurstLength.Ticks;
        return 1 + ((HighestBurst - 1) * Math.Sin(Math.PI * progress));
    }

    private TimeSpan Gap(double rate) => TimeSpan.FromSeconds(dice.Exponential() / rate);
}
