using System.Text;
using System.Text.Json;
using CanaryConsole.Core.Predictions;

namespace CanaryConsole.Aws.Adapters;

/// <summary>One captured invocation: a line of JSON as SageMaker writes it.</summary>
/// <param name="EventId">Given by SageMaker.</param>
/// <param name="InferenceId">Given by the caller, if at all.</param>
internal sealed record CaptureEntry(string? EventId, string? InferenceId, DateTimeOffset At, string? Input, CapturedAnswer? Output)
{
    /// <summary>Null for a line that is none, or that names no request.</summary>
    public static CaptureEntry? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (Member(root, "eventMetadata") is not { } metadata)
            {
                return null;
            }

            var data = Member(root, "captureData");
            return new CaptureEntry(
                Text(metadata, "eventId"),
                Text(metadata, "inferenceId"),
                Text(metadata, "inferenceTime") is { } time && DateTimeOffset.TryParse(
                    time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? at : default,
                Side(data, "endpointInput")?.Text,
                Side(data, "endpointOutput"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static CapturedAnswer? Side(JsonElement? data, string name) =>
        data is { } captured && Member(captured, name) is { } side && Text(side, "data") is { } text
            ? new CapturedAnswer(Text(side, "observedContentType"), Text(side, "encoding") == "BASE64" ? Decoded(text) : text)
            : null;

    // What is text in base64 can be compared better as text.
    private static string Decoded(string base64)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(base64));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return base64;
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
