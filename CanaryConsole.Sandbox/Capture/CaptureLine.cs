using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CanaryConsole.Sandbox.Invocations;

namespace CanaryConsole.Sandbox.Capture;

/// <summary>One captured invocation as SageMaker writes it: a line of JSON.</summary>
internal static class CaptureLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(CaptureRule rule, InvocationRequest request, ModelAnswer answer, DateTimeOffset at, Guid id)
    {
        var line = new ArrayBufferWriter<byte>(request.Body.Length + answer.Body.Length + 512);
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("captureData");
            if (rule.TakesInput)
            {
                WriteSide(json, rule, "endpointInput", "INPUT", request.ContentType, request.Body.Span);
            }

            if (rule.TakesOutput)
            {
                WriteSide(json, rule, "endpointOutput", "OUTPUT", answer.ContentType, answer.Body.Span);
            }

            json.WriteEndObject();
            WriteEvent(json, request, at, id);
            json.WriteString("eventVersion", "0");
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenMemory;
    }

    private static void WriteEvent(Utf8JsonWriter json, InvocationRequest request, DateTimeOffset at, Guid id)
    {
        json.WriteStartObject("eventMetadata");
        json.WriteString("eventId", id);
        if (request.CustomAttributes is { } attributes)
        {
            json.WriteStartArray("customAttributes");
            json.WriteStringValue(attributes);
            json.WriteEndArray();
        }

        if (request.InferenceId is { } inference)
        {
            json.WriteString("inferenceId", inference);
        }

        json.WriteString("inferenceTime", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, CaptureRule rule, string name, string mode, string contentType, ReadOnlySpan<byte> data)
    {
        var encoding = Encoding(rule, contentType, data);
        json.WriteStartObject(name);
        json.WriteString("observedContentType", contentType);
        json.WriteString("mode", mode);
        if (encoding == "BASE64")
        {
            json.WriteBase64String("data", data);
        }
        else
        {
            json.WriteString("data", data);
        }

        json.WriteString("encoding", encoding);
        json.WriteEndObject();
    }

    // What is no text cannot stand in a line of JSON, whatever its type says.
    private static string Encoding(CaptureRule rule, string contentType, ReadOnlySpan<byte> data)
    {
        var type = contentType.Split(';')[0].Trim();
        return !Utf8.IsValid(data) ? "BASE64"
            : rule.JsonTypes.Contains(type) ? "JSON"
            : rule.CsvTypes.Contains(type) ? "CSV"
            : "BASE64";
    }
}
