namespace CanaryConsole.Benchmarks.Guard;

/// <summary>A rule and what it is expected to do, by an earlier simulation of the same settings in another language.</summary>
/// <param name="Expected">A figure for each cell of the section, column by column, the rates within it; NaN where there is none, and then the rule is not run.
/// Positive infinity stands for "never".</param>
internal sealed record Row(NamedRule Rule, double[] Expected)
{
    /// <summary>The columns in which the figure has a bar.</summary>
    public int[] Barred { get; init; } = [];

    /// <summary>A slow rule sees the first streams only.</summary>
    public int MostStreams { get; init; } = int.MaxValue;

    /// <summary>How many streams the expected figures were taken over: they are no more exact than that.</summary>
    public int ExpectedStreams { get; init; } = 1_000;
}
