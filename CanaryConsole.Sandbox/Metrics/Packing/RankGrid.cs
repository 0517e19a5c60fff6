namespace CanaryConsole.Sandbox.Metrics.Packing;

/// <summary>
/// The ranks whose values a packed distribution keeps. They follow from the number of values, so that nothing is spent on them: all of a few, and of many
/// those that people ask for, denser towards the slow end. Smallest and largest are kept apart, exactly.
/// </summary>
internal static class RankGrid
{
    /// <summary>No grid has more ranks.</summary>
    public const int Maximum = 24;

    private static readonly double[] Shares =
    [
        0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.965, 0.98, 0.99, 0.995, 0.998, 0.999,
    ];

    /// <summary>Fills in the ranks, ascending, each once, and answers with how many there are.</summary>
    public static int Of(long count, Span<long> ranks)
    {
        var used = 0;
        if (count <= Maximum + 2)
        {
            for (var rank = 2L; rank < count; rank++)
            {
                ranks[used++] = rank;
            }

            return used;
        }

        var last = 1L;
        foreach (var share in Shares)
        {
            var rank = (long)Math.Ceiling(share * count);
            if (rank > last && rank < count)
            {
                ranks[used++] = last = rank;
            }
        }

        return used;
    }
}
