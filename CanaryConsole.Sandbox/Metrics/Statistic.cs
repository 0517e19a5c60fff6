using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One of CloudWatch's statistics, by the name a request gives it: Average, p99, tm95, TC(100000:), PR(:300), WM(10%:90%), IQM.</summary>
internal sealed partial class Statistic
{
    private readonly Func<Distribution, double?> _of;

    private Statistic(string name, Func<Distribution, double?> of, bool isRanked) =>
        (Name, _of, IsRanked, PercentileShare) = (name, of, isRanked, isRanked ? ShareOf(name) : null);

    public string Name { get; }

    /// <summary>It asks for ranks, not only for count, sum and bounds.</summary>
    public bool IsRanked { get; }

    /// <summary>The share a percentile asks for, in [0, 1]; null for every other statistic.</summary>
    public double? PercentileShare { get; }

    /// <summary>The value over a distribution that is not empty; null where it has none.</summary>
    public double? Of(Distribution values) => IsRanked && !values.IsRanked ? null : _of(values);

    public static bool TryParse(string? name, [NotNullWhen(true)] out Statistic? statistic)
    {
        Func<Distribution, double?>? simple = name switch
        {
            "Sum" => static d => d.Sum,
            "Average" => static d => d.Sum / d.Count,
            "Minimum" => static d => d.Minimum,
            "Maximum" => static d => d.Maximum,
            "SampleCount" => static d => d.Count,
            _ => null,
        };
        var of = simple ?? (name is null ? null : Percentile(name) ?? InterquartileMean(name) ?? ShortTrimmed(name) ?? Trimmed(name));
        statistic = of is null ? null : new Statistic(name!, of, isRanked: simple is null);
        return statistic is not null;
    }

    private static Func<Distribution, double?>? Percentile(string name) =>
        ShareOf(name) is <= 1 and var share ? d => Percentiles.At(d, share) : null;

    private static double? ShareOf(string name) =>
        PercentilePattern().Match(name) is { Success: true } match ? Number(match.Groups[1]) / 100 : null;

    private static Func<Distribution, double?>? InterquartileMean(string name) =>
        name.Equals("IQM", StringComparison.OrdinalIgnoreCase) ? Trimmed("TM(25%:75%)") : null;

    // tm95 is TM(:95%), tc90 is TC(:90%), ts99 is TS(:99%), wm98 is WM(:98%).
    private static Func<Distribution, double?>? ShortTrimmed(string name)
    {
        var match = ShortPattern().Match(name);
        return match.Success ? Trimmed($"{match.Groups[1].Value.ToUpperInvariant()}(:{match.Groups[2].Value}%)") : null;
    }

    private static Func<Distribution, double?>? Trimmed(string name)
    {
        var match = TrimmedPattern().Match(name);
        if (!match.Success || (match.Groups[2].Length == 0 && match.Groups[3].Length == 0))
        {
            return null;
        }

        var lower = TrimBound.Parse(match.Groups[2].Value);
        var upper = TrimBound.Parse(match.Groups[3].Value);
        if (!TrimBound.AreSound(lower, upper))
        {
            return null;
        }

        return match.Groups[1].Value switch
        {
            "TC" => d => Percentiles.Between(d, lower, upper).Count,
            "TS" => d => Percentiles.Between(d, lower, upper).Sum,
            "TM" => d => Percentiles.Between(d, lower, upper) is { Count: > 0 } kept ? kept.Sum / kept.Count : null,
            "WM" => d => Percentiles.Winsorized(d, lower, upper),
            // A percentile rank asks where a value stands, so its bounds are values.
            "PR" when lower is not { IsPercent: true } && upper is not { IsPercent: true } =>
                d => 100.0 * Percentiles.Between(d, lower, upper).Count / d.Count,
            _ => null,
        };
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[pP](\d{1,3}(?:\.\d{1,10})?)$")]
    private static partial Regex PercentilePattern();

    [GeneratedRegex(@"^([tT][mMcCsS]|[wW][mM])(\d{1,2}(?:\.\d{1,10})?)$")]
    private static partial Regex ShortPattern();

    [GeneratedRegex(@"^(TM|TC|TS|PR|WM)\((\d+(?:\.\d{1,10})?%?)?:(\d+(?:\.\d{1,10})?%?)?\)$")]
    private static partial Regex TrimmedPattern();
}
