using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Predictions;

/// <summary>How the challenger's predictions compare with the champion's on the same requests.</summary>
/// <param name="Pairs">Requests that both answered, in a sample of the newest; at least 0.</param>
/// <param name="Agreeing">Those on which both said the same, numbers within the tolerance.</param>
/// <param name="Unpaired">The challenger's answers left out because the champion's was not captured.</param>
/// <param name="Difference">Over the pairs whose answers hold numbers in the same places; null without any.</param>
/// <param name="Worst">At most 10: those that disagree, the widest apart first.</param>
public sealed record PredictionComparison(
    long Pairs, long Agreeing, long Unpaired, NumericDifference? Difference, IReadOnlyList<WorstCase> Worst)
{
    public static PredictionComparison None { get; } = new(0, 0, 0, null, []);

    /// <summary>Null without pairs.</summary>
    public Percentage? Agreement => Pairs > 0 ? Percentage.FromFraction((double)Agreeing / Pairs) : null;

    /// <summary>Lower end of the agreement's 95 % Wilson interval; null without pairs.</summary>
    public Percentage? Low => Pairs > 0 ? WilsonInterval.At95(Agreeing, Pairs).Low : null;

    /// <summary>Upper end; null without pairs.</summary>
    public Percentage? High => Pairs > 0 ? WilsonInterval.At95(Agreeing, Pairs).High : null;
}

/// <summary>How far apart the numbers of two answers are: of each pair its greatest absolute difference.</summary>
public sealed record NumericDifference(long Pairs, double Mean, double P50, double P95, double Maximum);

/// <summary>A request on which the two disagree. The texts are cut at 1 KB.</summary>
/// <param name="Difference">Null where the answers differ in more than numbers.</param>
public sealed record WorstCase(string Id, DateTimeOffset At, double? Difference, string? Input, string Champion, string Challenger);
