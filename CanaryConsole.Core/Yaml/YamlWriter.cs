using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CanaryConsole.Core.Yaml;

/// <summary>Writes a JSON document as YAML for people: words without quotes where they stay words, texts of several lines as they are.</summary>
internal static class YamlWriter
{
    public static string Write(JsonElement root)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: false, indentSequences: true));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Value(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Value(Emitter emitter, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var member in value.EnumerateObject())
                {
                    Text(emitter, member.Name);
                    Value(emitter, member.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, value.GetArrayLength() == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var element in value.EnumerateArray())
                {
                    Value(emitter, element);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValueKind.String:
                Text(emitter, value.GetString()!);
                break;
            default:
                Emit(emitter, value.GetRawText(), ScalarStyle.Plain);
                break;
        }
    }

    private static void Text(Emitter emitter, string text) => Emit(emitter, text, text switch
    {
        _ when !IsPrintable(text) => ScalarStyle.DoubleQuoted,
        _ when text.Contains('\n') => IsBlock(text) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted,
        _ when YamlScalar.IsText(text) => ScalarStyle.Any,
        _ => ScalarStyle.SingleQuoted,
    });

    // "Any" lets the emitter fall back to quotes where a bare word would be read as something else's punctuation.
    private static void Emit(Emitter emitter, string value, ScalarStyle style) => emitter.Emit(new Scalar(
        AnchorName.Empty, TagName.Empty, value, style, isPlainImplicit: style is ScalarStyle.Plain or ScalarStyle.Any, isQuotedImplicit: true));

    private static bool IsPrintable(string text) => text.All(letter => letter is '\n' or (>= ' ' and <= '~') or (>= '\u00a1' and < '\ud800' and not ('\u2028' or '\u2029')) or (>= '\ue000' and <= '\ufffd' and not '\ufeff'));

    // A literal block cannot say that its first line is indented, that a line ends in a space, or that it is only breaks.
    private static bool IsBlock(string text) => text[0] is not (' ' or '\n')
        && text.Split('\n').All(line => !line.EndsWith(' '));
}
