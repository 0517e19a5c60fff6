using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CanaryConsole.Api.Published;

/// <summary>Features as a model takes them, and its answer as JSON.</summary>
internal static class InferencePayload
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";

    public static ReadOnlyMemory<byte> Of(InferenceRequest request) => Encoding.UTF8.GetBytes(
        request.ContentType == Csv ? string.Join(',', request.Features.EnumerateObject().Select(member => Cell(member.Value))) : request.Features.GetRawText());

    /// <summary>JSON stays JSON; anything else becomes a JSON text.</summary>
    public static JsonElement Read(ReadOnlyMemory<byte> answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(answer.Span));
        }
    }

    private static string Cell(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "1",
            JsonValueKind.False => "0",
            JsonValueKind.Null => "",
            _ => value.GetRawText(),
        };
        return text.AsSpan().ContainsAny(",\"\r\n") ? string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"") : text;
    }
}
