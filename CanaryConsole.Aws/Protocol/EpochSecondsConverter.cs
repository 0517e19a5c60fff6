using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Aws.Protocol;

/// <summary>Timestamps travel as seconds since 1970-01-01 UTC, with at most three decimals.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var seconds) && IsRepresentable(seconds))
        {
            return DateTime.UnixEpoch.AddTicks((long)Math.Round(seconds * 1000) * TimeSpan.TicksPerMillisecond);
        }

        // Some clients send ISO 8601 where Amazon's own servers take both.
        if (reader.TokenType == JsonTokenType.String
            && DateTime.TryParse(
                reader.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var parsed))
        {
            return parsed;
        }

        throw new JsonException("A timestamp must be a number of seconds since 1970-01-01 UTC.");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        var milliseconds = (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        if (milliseconds % 1000 == 0)
        {
            writer.WriteNumberValue(milliseconds / 1000);
        }
        else
        {
            writer.WriteNumberValue(milliseconds / 1000m);
        }
    }

    private static bool IsRepresentable(double seconds) =>
        seconds >= (DateTime.MinValue - DateTime.UnixEpoch).TotalSeconds && seconds < (DateTime.MaxValue - DateTime.UnixEpoch).TotalSeconds;
}
