using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>The plain rules over each minute's p99; the challenger's bad requests are those slower than the limit.</summary>
internal static class LatencyRules
{
    private const double Percentile = 0.99;

    public static NamedRule Once { get; } = new("minute p99 > L once", () => new MinuteRule(1, 1, Needed));

    public static NamedRule Consecutive { get; } = new("3 consecutive", () => new MinuteRule(3, 3, Needed));

    public static NamedRule Alarm { get; } = new("2 of 3", () => new MinuteRule(2, 3, Needed));

    /// <summary>The lower end of the p99's 95 % interval by order statistics is above the limit.</summary>
    public static NamedRule Interval { get; } = new("per-minute 95 % order-statistic CI", () => new MinuteRule(1, 1, NeededByInterval));

    private static long Needed(int requests) => PercentileBitEvidence.SlowNeeded(Percentile, requests);

    private static long NeededByInterval(int requests)
    {
        var low = 0;
        while (BinomialTail.Below(low + 1, requests, Percentile) < 0.025)
        {
            low++;
        }

        // Without a lower end no count of slow requests proves anything.
        return low == 0 ? long.MaxValue : requests - low + 1;
    }

    private sealed class MinuteRule(int needed, int of, Func<int, long> slowNeeded) : IRule
    {
        private readonly LastOf _looks = new(needed, of);
        private (int Requests, long Slow) _known;

        public bool Look(in TrafficWindow window)
        {
            if (_known.Requests != window.Challenger)
            {
                _known = (window.Challenger, slowNeeded(window.Challenger));
            }

            return _looks.Add(window.ChallengerBad >= _known.Slow);
        }
    }
}
