namespace CanaryConsole.Core.Predictions;

/// <summary>Captured pairs in, agreement and differences out. Pure.</summary>
public static class PredictionComparer
{
    public const int MostWorst = 10;

    /// <summary>Of a payload, at most this many characters are kept.</summary>
    public const int Excerpt = 1_024;

    /// <param name="tolerance">At least 0; numbers no further apart count as the same.</param>
    public static PredictionComparison Compare(CaptureSample sample, double tolerance)
    {
        var compared = sample.Pairs
            .Select(pair => (Pair: pair, Result: AnswerComparison.Compare(pair.Champion.Text, pair.Challenger.Text, tolerance)))
            .ToList();
        return new PredictionComparison(
            compared.Count,
            compared.Count(one => one.Result.Agrees),
            sample.Unpaired,
            Difference([.. compared.Select(one => one.Result.Difference).OfType<double>().Order()]),
            [
                .. compared
                    .Where(one => !one.Result.Agrees)
                    .OrderByDescending(one => one.Result.Difference ?? double.PositiveInfinity)
                    .ThenByDescending(one => one.Pair.At)
                    .ThenBy(one => one.Pair.Id, StringComparer.Ordinal)
                    .Take(MostWorst)
                    .Select(one => Worst(one.Pair, one.Result.Difference)),
            ]);
    }

    private static NumericDifference? Difference(List<double> ascending) => ascending.Count == 0
        ? null
        : new NumericDifference(
            ascending.Count,
            Mean(ascending),
            At(ascending, 0.5),
            At(ascending, 0.95),
            ascending[^1]);

    // Divided before it is summed: the greatest differences would add up to more than a double holds.
    private static double Mean(List<double> values) => Math.Min(values.Sum(value => value / values.Count), values[^1]);

    /// <summary>Nearest rank: a value that was really seen.</summary>
    private static double At(List<double> ascending, double part) => ascending[(int)Math.Ceiling(part * ascending.Count) - 1];

    private static WorstCase Worst(CapturedPair pair, double? difference) =>
        new(Cut(pair.Id), pair.At, difference, pair.Input is null ? null : Cut(pair.Input), Cut(pair.Champion.Text), Cut(pair.Challenger.Text));

    private static string Cut(string text) => text.Length <= Excerpt
        ? text
        : text[..(char.IsHighSurrogate(text[Excerpt - 2]) ? Excerpt - 2 : Excerpt - 1)] + "…";
}
