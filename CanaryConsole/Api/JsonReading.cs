using System.Text.Json;
using CanaryConsole.Core.Shapes;

namespace CanaryConsole.Api;

/// <summary>Reads a JSON body and says of a bad one where it is bad: line and position, or the field, its value and what it must be.</summary>
internal static class JsonReading
{
    /// <summary>Null when the body was read; otherwise the answer to give.</summary>
    public static IResult? TryRead<T>(ReadOnlyMemory<byte> bytes, JsonSerializerOptions options, out T? value)
        where T : class
    {
        value = null;
        if (bytes.IsEmpty)
        {
            return Problems.BadField("body", null, "The request has no body: send a JSON object.");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = StrictJson.MaxDepth });
        }
        catch (JsonException exception)
        {
            return NotJson(exception);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Problems.BadField("body", document.RootElement.GetRawText(), "The body must be a JSON object.");
            }

            return StrictJson.TryRead(document.RootElement, options, out value) is { } misfit
                ? Problems.BadField(misfit.Field, misfit.Value, misfit.Reason)
                : null;
        }
    }

    private static IResult NotJson(JsonException exception) => Problems.BadField(
        "body",
        null,
        $"The body is not valid JSON at line {exception.LineNumber + 1}, position {exception.BytePositionInLine + 1}: {Cause(exception.Message)}.");

    // The reader's message ends in where it stopped, which is said already.
    private static string Cause(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
