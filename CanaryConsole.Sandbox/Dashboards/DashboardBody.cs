using System.Text.Json;
using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Sandbox.Dashboards;

/// <summary>What is wrong with the body of a dashboard.</summary>
internal static class DashboardBody
{
    private const int MaximumWidgets = 500;
    private static readonly string[] Types = ["metric", "text", "log", "alarm", "explorer", "custom"];

    /// <summary>Why the body is refused; nothing where it is not.</summary>
    public static IReadOnlyList<DashboardValidationMessage> Errors(string body)
    {
        try
        {
            using var parsed = JsonDocument.Parse(body);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            {
                return [Message("/", "The dashboard body must be a JSON object")];
            }

            return parsed.RootElement.TryGetProperty("widgets", out var widgets) && widgets.ValueKind == JsonValueKind.Array
                ? widgets.GetArrayLength() <= MaximumWidgets
                    ? []
                    : [Message("/widgets", $"The dashboard has {widgets.GetArrayLength()} widgets, at most {MaximumWidgets} are allowed")]
                : [Message("/widgets", "The field \"widgets\" must be present and an array")];
        }
        catch (JsonException exception)
        {
            return [Message("/", $"The dashboard body is not valid JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine}")];
        }
    }

    /// <summary>What of a body that is taken will not be shown as meant.</summary>
    public static List<DashboardValidationMessage> Warnings(string body)
    {
        using var parsed = JsonDocument.Parse(body);
        var warnings = new List<DashboardValidationMessage>();
        var i = 0;
        foreach (var widget in parsed.RootElement.GetProperty("widgets").EnumerateArray())
        {
            var path = $"/widgets/{i++}";
            if (widget.ValueKind != JsonValueKind.Object)
            {
                warnings.Add(Message(path, "Should be an object"));
                continue;
            }

            if (!widget.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !Types.Contains(type.GetString()))
            {
                warnings.Add(Message($"{path}/type", $"Should be one of {string.Join(", ", Types)}"));
            }

            if (!widget.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            {
                warnings.Add(Message($"{path}/properties", "Should be present and an object"));
            }
        }

        return warnings;
    }

    private static DashboardValidationMessage Message(string path, string message) => new() { DataPath = path, Message = message };
}
