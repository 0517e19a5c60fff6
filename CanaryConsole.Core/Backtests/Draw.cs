using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Backtests;

/// <summary>Random counts, the same for the same seed. Not thread-safe.</summary>
internal sealed class Draw(int seed)
{
    /// <summary>Above this variance the normal curve, rounded, stands for the binomial: it is within a thousandth then, and does not take longer with the count.</summary>
    private const double NormalFrom = 2_000;

    private readonly Random _random = new(seed);

    /// <summary>How many of so many come up, each by itself with the probability.</summary>
    /// <param name="trials">At least 0.</param>
    /// <param name="probability">0 to 1.</param>
    public long Binomial(long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is between 0 and 1.");
        }

        return (trials, probability) switch
        {
            (0, _) or (_, 0) => 0,
            (_, 1) => trials,
            (_, > 0.5) => trials - Binomial(trials, 1 - probability),
            _ when trials * probability * (1 - probability) > NormalFrom =>
                (long)Math.Clamp(Math.Round((trials * probability) + (Math.Sqrt(trials * probability * (1 - probability)) * Normal())), 0, trials),
            _ => BySkips(trials, probability),
        };
    }

    /// <summary>How many of the marked are among those picked from all, without putting any back.</summary>
    public long Hypergeometric(long all, long marked, long picked)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(all);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(marked, all);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(picked, all);
        if (marked > picked)
        {
            // The two are alike: which ones are marked among the picked, or picked among the marked.
            (marked, picked) = (picked, marked);
        }

        var hits = 0L;
        for (var i = 0L; i < marked; i++)
        {
            if (_random.NextDouble() * (all - i) < picked - hits)
            {
                hits++;
            }
        }

        return hits;
    }

    /// <summary>A whole number from 0 to below the bound.</summary>
    public int Below(int bound) => _random.Next(bound);

    // From one hit straight to the next: the misses between them are geometric.
    private long BySkips(long trials, double probability)
    {
        var logMiss = LogSum.OnePlus(-probability);
        var hits = 0L;
        for (var at = Skip(logMiss); at < trials; at += 1 + Skip(logMiss))
        {
            hits++;
        }

        return hits;
    }

    private double Skip(double logMiss) => Math.Floor(Math.Log(1 - _random.NextDouble()) / logMiss);

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
