using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Names one rollout, as in "media-ranker-20261121-1"; safe in a path and in a resource name. Plain text in JSON.</summary>
[JsonConverter(typeof(RolloutIdJsonConverter))]
public readonly record struct RolloutId(string Value)
{
    public override string ToString() => Value;

    private sealed class RolloutIdJsonConverter : JsonConverter<RolloutId>
    {
        public override RolloutId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("A rollout's id is text."));

        public override void Write(Utf8JsonWriter writer, RolloutId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
