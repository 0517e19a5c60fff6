using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Presentation.Playground;

/// <summary>One answer as people read it.</summary>
/// <param name="Body">Pretty where it is JSON; null where it is no text.</param>
/// <param name="BodyNote">As in "1,204 bytes of JSON", with what is left out.</param>
public sealed record AnswerView(Badge Status, string Latency, string Variant, IReadOnlyList<PlanFact> Headers, string? Body, string BodyNote)
{
    private const int LongestShown = 64_000;

    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static AnswerView Of(InvocationAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var isWell = answer.StatusCode is >= 200 and < 300;
        var (body, kind) = Read(answer.Body);
        var isCut = body is { Length: > LongestShown };
        return new AnswerView(
            new Badge(isWell ? $"{answer.StatusCode}" : $"{answer.StatusCode} from the model", isWell ? Tone.Good : Tone.Bad, isWell ? Glyph.Check : Glyph.Alert),
            LatencyText.Of(answer.Latency),
            answer.Variant ?? "not said",
            [
                new PlanFact("content type", answer.ContentType ?? "not said"),
                .. answer.CustomAttributes is { } custom ? [new PlanFact("custom attributes", custom)] : Array.Empty<PlanFact>(),
            ],
            isCut ? body![..LongestShown] : body,
            $"{CountText.Of(answer.Body.Length, "byte", "bytes")} of {kind}{(isCut ? $"; the first {CountText.Of(LongestShown)} characters are shown" : "")}");
    }

    private static (string? Text, string Kind) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return (JsonSerializer.Serialize(json.RootElement, Pretty), "JSON");
        }
        catch (JsonException)
        {
            // Then it is text, or nothing to be read.
        }

        try
        {
            var text = Strict.GetString(body.Span);
            return text.Contains('\0', StringComparison.Ordinal) ? (null, "binary data, which is not shown") : (text, "text");
        }
        catch (DecoderFallbackException)
        {
            return (null, "binary data, which is not shown");
        }
    }
}
