namespace CanaryConsole.Core.Statistics;

/// <summary>Requests of which some were hits: errors, clicks, slow ones. Never empty.</summary>
public readonly record struct BinomialSample
{
    /// <param name="hits">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its bounds.</exception>
    public BinomialSample(long hits, long trials)
    {
        if (trials < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "A sample has at least 1 trial.");
        }

        Counts.Check(hits, trials);
        Hits = hits;
        Trials = trials;
    }

    public long Hits { get; }

    public long Trials { get; }

    /// <summary>Hits by trials, 0 to 1.</summary>
    public double Rate => (double)Hits / Trials;

    /// <summary>The estimated variance of <see cref="Rate"/>: p (1 - p) / n.</summary>
    internal double VarianceOfRate => Rate * (1 - Rate) / Trials;
}
