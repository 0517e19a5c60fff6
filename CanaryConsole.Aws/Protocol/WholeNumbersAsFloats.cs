using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Aws.Protocol;

/// <summary>
/// Floating-point members are written with a decimal point even where they are whole, as Amazon's servers write them: a client in a language that tells
/// 1 from 1.0 sees the type it expects. What is no number travels as its name in quotes.
/// </summary>
internal sealed class WholeNumbersAsFloats<T> : JsonConverter<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private const int LongestText = 32;
    private static readonly T Most = T.CreateChecked(1L << 24);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => T.CreateChecked(reader.GetDouble()),
        JsonTokenType.String when reader.ValueTextEquals("NaN"u8) => T.NaN,
        JsonTokenType.String when reader.ValueTextEquals("Infinity"u8) => T.PositiveInfinity,
        JsonTokenType.String when reader.ValueTextEquals("-Infinity"u8) => T.NegativeInfinity,
        _ => throw new JsonException("A number must be a number, or NaN, Infinity or -Infinity in quotes."),
    };

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[LongestText];
        if (!T.IsFinite(value))
        {
            writer.WriteStringValue(value.ToString(null, CultureInfo.InvariantCulture));
        }
        else if (value.TryFormat(text, out var length, T.IsInteger(value) && T.Abs(value) < Most ? "F1" : "R", CultureInfo.InvariantCulture))
        {
            writer.WriteRawValue(text[..length], skipInputValidation: true);
        }
    }
}
