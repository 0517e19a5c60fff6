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
        private readonly Queue<(int Bad, int All)> _minute = new();
        private readonly Queue<bool> _looks = new();

        public bool Look(in TrafficWindow window)
        {
            _minute.Enqueue((window.ChallengerBad, window.Challenger));
            if (_minute.Count > 60 / lookSeconds)
            {
                _minute.Dequeue();
            }

            if (_minute.Count < 60 / lookSeconds)
            {
                return false;
            }

            var (bad, all) = (0, 0);
            foreach (var one in _minute)
            {
                (bad, all) = (bad + one.Bad, all + one.All);
            }

            _looks.Enqueue(all > 0 && bad > Threshold * all);
            if (_looks.Count > of)
            {
                _looks.Dequeue();
            }

            return _looks.Count(failed => failed) >= needed;
        }
    }
}
