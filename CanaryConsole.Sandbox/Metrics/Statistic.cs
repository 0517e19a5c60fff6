using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One of CloudWatch's statistics, by the name a request gives it: Average, p99, tm95, TC(100000:), PR(:300).</summary>
internal sealed partial class Statistic
{
    private readonly Func<Distribution, double> _of;

    private Statistic(Func<Distribution, double> of) => _of = of;

    /// <summary>The value over a distribution that is not empty.</summary>
    public double Of(Distribution values) => _of(values);

    public static bool TryParse(string? name, [NotNullWhen(true)] out Statistic? statistic)
    {
        var of = name switch
        {
            null => null,
            "Sum" => static d => d.Sum,
            "Average" => static d => d.Sum / d.Count,
            "Minimum" => static d => d.Minimum,
            "Maximum" => static d => d.Maximum,
            "SampleCount" => static d => d.Count,
            _ => Percentile(name) ?? ShortTrimmed(name) ?? Trimmed(name),
        };
        statistic = of is null ? null : new Statistic(of);
        return statistic is not null;
    }

    private static Func<Distribution, double>? Percentile(string name)
    {
        var match = PercentilePattern().Match(name);
        return match.Success && Number(match.Groups[1]) is <= 100 and var p ? d => Percentiles.At(d, p / 100) : null;
    }

    // tm95 is TM(:95%), tc90 is TC(:90%), ts99 is TS(:99%).
    private static Func<Distribution, double>? ShortTrimmed(string name)
    {
        var match = ShortPattern().Match(name);
        return match.Success ? Trimmed($"{match.Groups[1].Value.ToUpperInvariant()}(:{match.Groups[2].Value}%)") : null;
    }

    private static Func<Distribution, double>? Trimmed(string name)
    {
        var match = TrimmedPattern().Match(name);
        if (!match.Success || (match.Groups[2].Length == 0 && match.Groups[3].Length == 0))
        {
            return null;
        }

        var lower = Bound(match.Groups[2].Value);
        var upper = Bound(match.Groups[3].Value);
        if (lower is { IsPercent: true } != upper is { IsPercent: true } && lower is not null && upper is not null)
        {
            return null;
        }

        return match.Groups[1].Value switch
        {
            "TC" => d => Percentiles.Between(d, lower, upper).Count,
            "TS" => d => Percentiles.Between(d, lower, upper).Sum,
            "TM" => d => Percentiles.Between(d, lower, upper) is { Count: > 0 } kept ? kept.Sum / kept.Count : 0,
            // A percentile rank asks where a value stands, so its bounds are values.
            "PR" when lower is not { IsPercent: true } && upper is not { IsPercent: true } =>
                d => 100.0 * Percentiles.Between(d, lower, upper).Count / d.Count,
            _ => null,
        };
    }

    private static TrimBound? Bound(string text) =>
        text.Length == 0 ? null : new TrimBound(double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture), text.EndsWith('%'));

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[pP](\d{1,3}(?:\.\d{1,10})?)$")]
    private static partial Regex PercentilePattern();

    [GeneratedRegex(@"^([tT][mMcCsS])(\d{1,2}(?:\.\d{1,10})?)$")]
    private static partial Regex ShortPattern();

    [GeneratedRegex(@"^(TM|TC|TS|PR)\((\d+(?:\.\d{1,10})?%?)?:(\d+(?:\.\d{1,10})?%?)?\)$")]
    private static partial Regex TrimmedPattern();
}
