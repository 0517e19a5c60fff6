namespace CanaryConsole.Core.Statistics.Kayenta;

/// <summary>One group of metrics.</summary>
/// <param name="Score">0 to 100; null where none of its metrics had data, which then counts as 100 in the summary.</param>
/// <param name="Weight">0 to 100 percent of the summary.</param>
public sealed record KayentaGroup(string Name, double? Score, double Weight);

/// <summary>
/// Kayenta's weighted score as published. A group's score is 100 Pass / (Pass + High + Low + NodataFail); the summary is the sum over the groups by their
/// weights, what the named weights leave of 100 being split evenly over the groups without one, rounded to two decimals. Any critical metric that is not a
/// Pass, or no data for half of the metrics or more, makes it 0.
/// </summary>
/// <param name="Summary">0 to 100.</param>
/// <param name="Groups">In the order in which the metrics name them.</param>
/// <param name="Reason">Why the summary was set to 0; null where it was computed.</param>
public sealed record KayentaScore(double Summary, IReadOnlyList<KayentaGroup> Groups, string? Reason)
{
    private const double Whole = 100;

    /// <param name="results">At least 1.</param>
    /// <param name="weights">Percent by group, each at least 0, together at most 100; groups may be missing.</param>
    /// <exception cref="ArgumentException">There is no result, or the weights are out of bounds.</exception>
    public static KayentaScore Of(IReadOnlyList<KayentaResult> results, IReadOnlyDictionary<string, double> weights)
    {
        if (results.Count == 0)
        {
            throw new ArgumentException("results is empty; a score is of at least 1 metric.", nameof(results));
        }

        if (weights.Values.Any(weight => weight is not (>= 0 and <= Whole)) || weights.Values.Sum() > Whole)
        {
            throw new ArgumentException("weights are percent: each is at least 0, and together they are at most 100.", nameof(weights));
        }

        var names = results.SelectMany(result => result.Groups).Distinct(StringComparer.Ordinal).ToList();
        var unweighted = names.Count(name => !weights.ContainsKey(name));
        var rest = unweighted > 0 ? (Whole - weights.Values.Sum()) / unweighted : 0;
        var groups = names.Select(name => new KayentaGroup(name, ScoreOf(name), weights.GetValueOrDefault(name, rest))).ToList();
        if (results.FirstOrDefault(result => result is { IsCritical: true, Class: not KayentaClass.Pass }) is { } failed)
        {
            return new KayentaScore(0, groups, $"{failed.Name} is critical and was {failed.Class}");
        }

        if (2 * results.Count(result => result.Class == KayentaClass.Nodata) >= results.Count)
        {
            return new KayentaScore(0, groups, "half of the metrics or more had no data");
        }

        var summary = groups.Sum(group => (group.Score ?? Whole) * group.Weight / Whole);
        return new KayentaScore(Math.Round(summary, 2, MidpointRounding.AwayFromZero), groups, null);

        double? ScoreOf(string group)
        {
            var counted = results.Where(result => result.Class != KayentaClass.Nodata && result.Groups.Contains(group, StringComparer.Ordinal)).ToList();
            return counted.Count == 0 ? null : Whole * counted.Count(result => result.Class == KayentaClass.Pass) / counted.Count;
        }
    }
}
