namespace CanaryConsole.Tests.Core.Statistics;

/// <summary>Outcomes by enumeration and by seeded chance.</summary>
internal static class Binomials
{
    public static double Mean(int requests, double rate, Func<int, double> value)
    {
        var mean = 0.0;
        for (var bad = 0; bad <= requests; bad++)
        {
            mean += Probability(bad, requests, rate) * value(bad);
        }

        return mean;
    }

    public static double Probability(int bad, int requests, double rate) => Choose(requests, bad) * Math.Pow(rate, bad) * Math.Pow(1 - rate, requests - bad);

    /// <summary>Of <paramref name="drawn"/> from <paramref name="all"/>, of which <paramref name="marked"/> are marked: how likely that so many of them are.</summary>
    public static double Hypergeometric(int hits, int all, int marked, int drawn) => Choose(marked, hits) * Choose(all - marked, drawn - hits) / Choose(all, drawn);

    public static long Draw(Random random, int requests, double rate)
    {
        // The gaps between bad requests are geometric: as many numbers are drawn as there are bad ones.
        var bad = 0L;
        var logGood = Math.Log(1 - rate);
        for (var at = Gap(); at < requests; at += 1 + Gap())
        {
            bad++;
        }

        return bad;

        double Gap() => Math.Floor(Math.Log(1 - random.NextDouble()) / logGood);
    }

    private static double Choose(int all, int some)
    {
        if (some < 0 || some > all)
        {
            return 0;
        }

        var ways = 1.0;
        for (var i = 1; i <= some; i++)
        {
            ways = ways * (all - some + i) / i;
        }

        return ways;
    }
}
