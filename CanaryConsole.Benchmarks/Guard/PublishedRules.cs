namespace CanaryConsole.Benchmarks.Guard;

/// <summary>The plain rules as their tools publish them, each over windows of 60 seconds and with a threshold of 1 %.</summary>
internal static class PublishedRules
{
    private const double Threshold = 0.01;

    /// <summary>Argo Rollouts and Flagger with one failure allowed to decide.</summary>
    public static NamedRule OneWindow(int lookSeconds) =>
        new(lookSeconds == 60 ? "1 window >1 % (Argo/Flagger, 1 failure)" : "rolling 60 s rate >1 %", () => new BeyondRule(1, 1, lookSeconds));

    /// <summary>Argo Rollouts with three consecutive failures, and Flagger with a threshold of three.</summary>
    public static NamedRule Consecutive { get; } = new("3 consecutive >1 %", () => new BeyondRule(3, 3, 60));

    /// <summary>A CloudWatch alarm with two datapoints to alarm out of three.</summary>
    public static NamedRule Alarm { get; } = new("CloudWatch 2 of 3 >1 %", () => new BeyondRule(2, 3, 60));

    private sealed class BeyondRule(int needed, int of, int lookSeconds) : IRule
    {
        private readonly LastOf _looks = new(needed, of);
        private readonly TrafficWindow[] _minute = new TrafficWindow[60 / lookSeconds];
        private int _seen;

        public bool Look(in TrafficWindow window)
        {
            _minute[_seen++ % _minute.Length] = window;
            if (_seen < _minute.Length)
            {
                return false;
            }

            var (bad, all) = (0, 0);
            foreach (ref readonly var one in _minute.AsSpan())
            {
                (bad, all) = (bad + one.ChallengerBad, all + one.Challenger);
            }

            return _looks.Add(all > 0 && bad > Threshold * all);
        }
    }
}
