using System.Text.Json;

namespace CanaryConsole.Core.Registry.Metrics;

/// <summary>Numbers out of JSON of any shape, SageMaker's model quality among them. Pure.</summary>
internal static class MetricsJson
{
    private const int MostMetrics = 100;
    private const int MostCurves = 20;
    private const int MostPoints = 500;
    private const int DeepestNesting = 12;

    /// <summary>The evaluation's and the training's words for what wraps the numbers; they say nothing of a number's name.</summary>
    private static readonly HashSet<string> Wrapping = new(StringComparer.OrdinalIgnoreCase)
    {
        "metrics", "evaluation", "binary_classification_metrics", "multiclass_classification_metrics", "regression_metrics", "ranking_metrics",
    };

    public static MetricsReading Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            var found = new Findings();
            Collect(document.RootElement, "", found);
            var problem = found.Metrics.Count + found.Curves.Count == 0 ? "The file holds no numbers."
                : found.HasMore ? $"The file holds more than is shown: {MostMetrics} numbers and {MostCurves} curves." : null;
            return new MetricsReading(found.Metrics, found.Curves, problem);
        }
        catch (JsonException exception)
        {
            return MetricsReading.None($"The file is not JSON that can be read, at line {exception.LineNumber + 1}.");
        }
    }

    private static void Collect(JsonElement element, string path, Findings found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Number when path.Length > 0 && element.TryGetDouble(out var number) && double.IsFinite(number):
                found.Add(new ModelMetric(path, number));
                break;
            case JsonValueKind.Object when path.Length > 0 && Number(element, "value") is { } value:
                found.Add(new ModelMetric(path, value, Number(element, "standard_deviation")));
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Collect(member.Value, Wrapping.Contains(member.Name) ? path : path.Length == 0 ? member.Name : $"{path}.{member.Name}", found);
                }

                break;
            case JsonValueKind.Array:
                Collect(element.EnumerateArray().Take(MostPoints).ToList(), path, found);
                break;
            default:
                // Words, yes and no, and nothing are not numbers.
                break;
        }
    }

    // Numbers in a row are a curve; objects in a row are one curve for each of their numbers, as a line of a training's log is one epoch.
    private static void Collect(List<JsonElement> items, string path, Findings found)
    {
        if (items.Count >= 2 && path.Length > 0 && items.TrueForAll(item => item.ValueKind is JsonValueKind.Number))
        {
            found.Add(new MetricCurve(path, [.. items.Select(item => item.GetDouble())]));
            return;
        }

        if (items.Count < 2 || !items.TrueForAll(item => item.ValueKind is JsonValueKind.Object))
        {
            return;
        }

        foreach (var name in items[0].EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Number).Select(member => member.Name))
        {
            var values = items.Select(item => Number(item, name)).OfType<double>().ToList();
            if (values.Count == items.Count && name is not ("epoch" or "step" or "iteration"))
            {
                found.Add(new MetricCurve(name, values));
            }
        }
    }

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private sealed class Findings
    {
        public List<ModelMetric> Metrics { get; } = [];

        public List<MetricCurve> Curves { get; } = [];

        public bool HasMore { get; private set; }

        public void Add(ModelMetric metric)
        {
            if (Metrics.Count == MostMetrics)
            {
                HasMore = true;
                return;
            }

            Metrics.Add(metric);
        }

        public void Add(MetricCurve curve)
        {
            if (Curves.Count == MostCurves)
            {
                HasMore = true;
                return;
            }

            Curves.Add(curve);
        }
    }
}
