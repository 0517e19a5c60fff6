namespace CanaryConsole.Benchmarks.Guard;

/// <summary>All rules at the same streams.</summary>
internal static class Simulation
{
    /// <summary>For each rule and stream the look, from 0, at which it first rolls back; -1 when it never does.</summary>
    public static int[][] Run(Traffic traffic, IReadOnlyList<NamedRule> rules, int streams, int seed, CancellationToken cancellationToken)
    {
        var fired = rules.Select(_ => new int[streams]).ToArray();
        Parallel.For(0, streams, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, stream =>
        {
            var waiting = rules.Select((rule, i) => (Rule: rule.Make(), Index: i)).ToList();
            foreach (var (_, index) in waiting)
            {
                fired[index][stream] = -1;
            }

            var look = 0;
            foreach (var window in traffic.Stream(seed, stream))
            {
                for (var i = waiting.Count - 1; i >= 0; i--)
                {
                    if (waiting[i].Rule.Look(window))
                    {
                        fired[waiting[i].Index][stream] = look;
                        waiting.RemoveAt(i);
                    }
                }

                if (waiting.Count == 0)
                {
                    return;
                }

                look++;
            }
        });
        return fired;
    }

    /// <summary>Percent of the streams that were rolled back.</summary>
    public static double Percent(int[] fired) => 100.0 * fired.Count(look => look >= 0) / fired.Length;

    /// <summary>
    /// The median time in seconds from the change to the end of the look that saw it, over the streams not rolled back before it; null when half of them or
    /// more never were.
    /// </summary>
    public static double? MedianSeconds(int[] fired, int lookSeconds, int changeAt = 0)
    {
        var before = changeAt / lookSeconds;
        var times = fired
            .Where(look => look < 0 || look >= before)
            .Select(look => look < 0 ? double.PositiveInfinity : ((look + 1) * lookSeconds) - changeAt)
            .Order()
            .ToList();
        var median = times.Count == 0 ? double.PositiveInfinity : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
        return double.IsFinite(median) ? median : null;
    }
}
