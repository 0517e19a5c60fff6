using System.Text;
using System.Text.Json;
using CanaryConsole.Core.Yaml;
using Microsoft.Net.Http.Headers;

namespace CanaryConsole.Api;

/// <summary>Marks a write that takes its body as YAML as well as JSON.</summary>
internal sealed class YamlTaken;

/// <summary>A body in YAML: read strictly, and from then on handled like the JSON it stands for.</summary>
internal static class YamlBody
{
    public const string ContentType = "application/yaml";

    private static readonly string[] Kinds = [ContentType, "text/yaml", "application/x-yaml", "text/x-yaml"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsTaken(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<YamlTaken>() is not null;

    public static bool IsSent(HttpContext context) =>
        IsTaken(context) && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var kind) && IsYaml(kind);

    public static bool IsYaml(MediaTypeHeaderValue kind) => Kinds.Any(yaml => kind.MediaType.Equals(yaml, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where each field of the body stands; null for a body that is not YAML.</summary>
    public static YamlLines? LinesOf(HttpContext context) => context.Features.Get<YamlLines>();

    /// <summary>Null when the body was read; otherwise the answer to give.</summary>
    public static IResult? TryRead<T>(HttpContext context, ReadOnlyMemory<byte> bytes, JsonSerializerOptions options, out T? value)
        where T : class
    {
        value = null;
        string text;
        try
        {
            text = Utf8.GetString(bytes.Span).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return Problems.BadField("body", null, "The body is not text in UTF-8.");
        }

        var reading = YamlDocument.Read(text);
        if (reading is YamlReading.Faulty unread)
        {
            return Problems.Of(unread);
        }

        var document = (YamlReading.Read)reading;
        context.Features.Set(document.Lines);
        RequestBytes.Become(context, document.Json);
        return YamlDocument.TryRead(document, options, out value) is { } fault ? Problems.Of(fault) : null;
    }
}
