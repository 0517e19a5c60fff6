namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Newcombe's hybrid score interval of a difference of proportions: the Wilson intervals of both arms, put together so that it is sound at low counts and at
/// 0, where the Wald interval is too short. Source: R. G. Newcombe, Statistics in Medicine 17:873, 1998, method 10.
/// </summary>
public static class NewcombeInterval
{
    /// <summary>The two-sided interval of challenger minus champion, within -1 and 1.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its bounds, or a sample is the default one without trials.</exception>
    public static Interval Of(BinomialSample champion, BinomialSample challenger, double level)
    {
        var before = WilsonInterval.Of(champion, level);
        var after = WilsonInterval.Of(challenger, level);
        var difference = challenger.Rate - champion.Rate;
        return new Interval(
            difference - double.Hypot(challenger.Rate - after.Low, before.High - champion.Rate),
            difference + double.Hypot(after.High - challenger.Rate, champion.Rate - before.Low));
    }
}
