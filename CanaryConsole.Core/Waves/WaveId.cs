using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Waves;

/// <summary>Names one wave, as in "wave-20261121-1"; safe in a path. Plain text in JSON.</summary>
[JsonConverter(typeof(WaveIdJsonConverter))]
public readonly record struct WaveId(string Value)
{
    /// <summary>Every wave's stream is this and its id, as in "wave/wave-20261121-1".</summary>
    public const string StreamPrefix = "wave/";

    public override string ToString() => Value;

    private sealed class WaveIdJsonConverter : JsonConverter<WaveId>
    {
        public override WaveId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("A wave's id is text."));

        public override void Write(Utf8JsonWriter writer, WaveId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
