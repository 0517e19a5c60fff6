namespace CanaryConsole.Core.Statistics;

/// <summary>A closed interval in the unit of what was estimated; an end may be infinite, neither is NaN.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>What nothing is known about.</summary>
    public static Interval Everything { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public double Width => High - Low;

    public bool Contains(double value) => value >= Low && value <= High;

    internal static Interval Around(double centre, double half) => new(centre - half, centre + half);
}
