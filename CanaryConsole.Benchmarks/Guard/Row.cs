namespace CanaryConsole.Benchmarks.Guard;

/// <summary>A rule and what the document says of it.</summary>
/// <param name="Document">A figure for each cell of the section, column by column, the rates within it; NaN where the document has none, and then the rule is not
/// run. Positive infinity stands for "never".</param>
internal sealed record Row(NamedRule Rule, double[] Document)
{
    /// <summary>The columns in which the figure has a bar.</summary>
    public int[] Barred { get; init; } = [];

    /// <summary>A slow rule sees the first streams only.</summary>
    public int MostStreams { get; init; } = int.MaxValue;
}
