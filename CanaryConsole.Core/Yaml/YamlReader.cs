using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CanaryConsole.Core.Shapes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CanaryConsole.Core.Yaml;

/// <summary>
/// Reads one YAML document as plain fields, lists and values, and turns it into JSON. What makes YAML a danger or a riddle is refused: anchors and
/// aliases, tags, several documents, a field twice, more than <see cref="MaxBytes"/>, nesting deeper than <see cref="MaxDepth"/>.
/// </summary>
internal sealed class YamlReader
{
    public const int MaxBytes = 64 * 1024;
    public const int MaxDepth = 16;

    private readonly Parser _parser;
    private readonly Utf8JsonWriter _json;
    private readonly YamlLines _lines = new();

    private YamlReader(Parser parser, Utf8JsonWriter json)
    {
        _parser = parser;
        _json = json;
    }

    private ParsingEvent Current => _parser.Current ?? throw new YamlFaultException(null, null, "The file ends too early.");

    private int Line => (int)Current.Start.Line;

    public static YamlReading Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) is > MaxBytes and var size)
        {
            return new YamlReading.Faulty(null, null, $"The file has {size} bytes; at most {MaxBytes} are read.");
        }

        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            // The serializer has its own bound; this one keeps the writer's own checks for what comes out of a scalar.
            using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth + 1 });
            var reader = new YamlReader(new Parser(new StringReader(text)), json);
            reader.Document();
            json.Flush();
            return new YamlReading.Read(buffer.WrittenMemory, reader._lines);
        }
        catch (YamlFaultException fault)
        {
            return new YamlReading.Faulty(fault.Line, fault.Field, fault.Message);
        }
        catch (YamlException broken)
        {
            return new YamlReading.Faulty((int)broken.Start.Line, null, $"This is not YAML: {Cause(broken)}.");
        }
    }

    private void Document()
    {
        Next();
        Next();
        if (Current is StreamEnd)
        {
            throw new YamlFaultException(null, null, "The file is empty: write one field on each line, as in \"endpoint: media-ranker\".");
        }

        if (Current is DocumentStart { Tags: { } tags } && tags.Any(tag => tag.Handle is not ("!" or "!!")))
        {
            throw new YamlFaultException(Line, null, "Tags are not read here: leave the %TAG line out.");
        }

        Next();
        if (Current is not MappingStart)
        {
            throw new YamlFaultException(Line, null, "The file must be fields with their values: write one field on each line, as in \"endpoint: media-ranker\".");
        }

        Value("", 1);
        Next();
        if (Current is not StreamEnd)
        {
            throw new YamlFaultException(Line, null, "A second document starts here: one file is one document.");
        }
    }

    /// <summary>Reads the value that has begun, and stands on the event after it.</summary>
    private void Value(string path, int depth)
    {
        if (Current is AnchorAlias || Current is NodeEvent { Anchor.IsEmpty: false })
        {
            throw new YamlFaultException(Line, Named(path), "Anchors and aliases (& and *) are not read here: write the value out.");
        }

        if (Current is NodeEvent { Tag.IsEmpty: false })
        {
            throw new YamlFaultException(Line, Named(path), "Tags (!) are not read here: write the value alone.");
        }

        if (Current is not Scalar && depth > MaxDepth)
        {
            throw new YamlFaultException(Line, Named(path), $"The file is nested deeper than {MaxDepth} levels.");
        }

        switch (Current)
        {
            case MappingStart:
                Mapping(path, depth);
                break;
            case SequenceStart:
                Sequence(path, depth);
                break;
            case Scalar { Style: ScalarStyle.Plain } plain:
                YamlScalar.Write(_json, plain.Value);
                break;
            case Scalar quoted:
                _json.WriteStringValue(quoted.Value);
                break;
            default:
                throw new YamlFaultException(Line, Named(path), "A value is missing here.");
        }

        Next();
    }

    private void Mapping(string path, int depth)
    {
        _json.WriteStartObject();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (Next(); Current is not MappingEnd;)
        {
            if (Current is not Scalar { Anchor.IsEmpty: true, Tag.IsEmpty: true } key)
            {
                throw new YamlFaultException(Line, Named(path), "The name of a field is one word, without anchor, alias or tag.");
            }

            var field = JsonShape.Member(path, key.Value);
            if (!seen.Add(key.Value))
            {
                throw new YamlFaultException(Line, field, $"{field} stands here for the second time.");
            }

            _lines.Add(field, Line);
            _json.WritePropertyName(key.Value);
            Next();
            Value(field, depth + 1);
        }

        _json.WriteEndObject();
    }

    private void Sequence(string path, int depth)
    {
        _json.WriteStartArray();
        Next();
        for (var index = 0; Current is not SequenceEnd; index++)
        {
            var element = JsonShape.Element(path, index);
            _lines.Add(element, Line);
            Value(element, depth + 1);
        }

        _json.WriteEndArray();
    }

    private void Next()
    {
        var isMore = false;
        try
        {
            isMore = _parser.MoveNext();
        }
        catch (Exception confused) when (confused is not YamlException)
        {
            // On some broken texts the scanner loses its own way instead of saying what is wrong.
            throw new YamlFaultException((int?)_parser.Current?.End.Line, null, "This is not YAML: what comes next cannot be made out.");
        }

        if (!isMore)
        {
            throw new YamlFaultException(null, null, "The file ends too early.");
        }
    }

    private static string? Named(string path) => path.Length == 0 ? null : path;

    // YamlDotNet's message begins with the place, which is said already.
    private static string Cause(YamlException broken)
    {
        var end = broken.Message.LastIndexOf("): ", StringComparison.Ordinal);
        return (end < 0 ? broken.Message : broken.Message[(end + 3)..]).TrimEnd('.');
    }
}
