using CanaryConsole.Core.Registry.Metrics;

namespace CanaryConsole.Presentation.Registry;

/// <summary>One number of a version beside the champion's.</summary>
/// <param name="Champion">Null where there is no champion, or it has no such number.</param>
/// <param name="Difference">With its sign; null where there is nothing to compare with.</param>
/// <param name="Word">"better", "worse", "the same", or nothing where the name does not say which way is better.</param>
internal sealed record MetricRow(string Name, string Value, string? Champion, string? Difference, Tone Tone, string Word)
{
    public static IReadOnlyList<MetricRow> Of(IReadOnlyList<ModelMetric> metrics, IReadOnlyList<ModelMetric>? champion) => [.. metrics.Select(metric => Of(metric, champion))];

    private static MetricRow Of(ModelMetric metric, IReadOnlyList<ModelMetric>? champion)
    {
        if (champion?.FirstOrDefault(other => other.Name == metric.Name) is not { } other)
        {
            return new MetricRow(metric.Name, MetricText.Of(metric), null, null, Tone.Idle, "");
        }

        var difference = Math.Round(metric.Value - other.Value, 9);
        var (tone, word) = MetricText.Meaning(metric.Name, difference);
        return new MetricRow(metric.Name, MetricText.Of(metric), MetricText.Of(other), MetricText.Difference(difference), tone, word);
    }
}
