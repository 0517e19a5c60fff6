using System.Globalization;
using CanaryConsole.Core.Registry.Metrics;

namespace CanaryConsole.Presentation.Registry;

/// <summary>Numbers of a training or an evaluation as people read them.</summary>
internal static class MetricText
{
    public static string Of(double value) => Math.Abs(value) switch
    {
        >= 1_000_000 or (< 0.0001 and > 0) => value.ToString("0.###e+0", CultureInfo.InvariantCulture),
        >= 1_000 => value.ToString("#,0.#", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    public static string Of(ModelMetric metric) => metric.Deviation is { } deviation ? $"{Of(metric.Value)} ± {Of(deviation)}" : Of(metric.Value);

    /// <summary>With its sign, so that no colour is needed.</summary>
    public static string Difference(double difference) => difference > 0 ? "+" + Of(difference) : difference < 0 ? "−" + Of(-difference) : "±0";

    /// <summary>What a difference means: a verdict's colour only where the name says which way is better.</summary>
    public static (Tone Tone, string Word) Meaning(string name, double difference) => (MetricDirections.Of(name), Math.Sign(difference)) switch
    {
        (_, 0) => (Tone.Idle, "the same"),
        (MetricDirection.Unknown, _) => (Tone.Idle, ""),
        (MetricDirection.HigherIsBetter, 1) or (MetricDirection.LowerIsBetter, -1) => (Tone.Good, "better"),
        _ => (Tone.Bad, "worse"),
    };
}
