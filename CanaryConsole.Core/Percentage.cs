using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Core;

/// <summary>A part of a whole, kept as a fraction in 0..1: a traffic share, an error rate, a limit on one.</summary>
[JsonConverter(typeof(PercentageJsonConverter))]
public readonly record struct Percentage : IComparable<Percentage>
{
    private Percentage(double fraction) => Fraction = fraction;

    public static Percentage Zero => default;

    public static Percentage Whole => new(1);

    /// <summary>The part as a fraction, 0..1.</summary>
    public double Fraction { get; }

    /// <summary>The part in percent, 0..100.</summary>
    public double Percent => Fraction * 100;

    /// <exception cref="ArgumentOutOfRangeException">The fraction is NaN or outside 0..1.</exception>
    public static Percentage FromFraction(double fraction) => TryFromFraction(fraction, out var value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A percentage is a fraction between 0 and 1.");

    /// <exception cref="ArgumentOutOfRangeException">The percentage is NaN or outside 0..100.</exception>
    public static Percentage FromPercent(double percent) => FromFraction(percent / 100);

    public static bool TryFromFraction(double fraction, out Percentage value)
    {
        var valid = fraction is >= 0 and <= 1;
        value = valid ? new Percentage(fraction) : default;
        return valid;
    }

    public int CompareTo(Percentage other) => Fraction.CompareTo(other.Fraction);

    public static bool operator <(Percentage left, Percentage right) => left.Fraction < right.Fraction;

    public static bool operator >(Percentage left, Percentage right) => left.Fraction > right.Fraction;

    public static bool operator <=(Percentage left, Percentage right) => left.Fraction <= right.Fraction;

    public static bool operator >=(Percentage left, Percentage right) => left.Fraction >= right.Fraction;

    /// <summary>For people: at most two decimals, as in "0.41 %".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percent:0.##} %");

    private sealed class PercentageJsonConverter : JsonConverter<Percentage>
    {
        public override Percentage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryFromFraction(reader.GetDouble(), out var value) ? value : throw new JsonException("A percentage is a fraction between 0 and 1.");

        public override void Write(Utf8JsonWriter writer, Percentage value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Fraction);
    }
}
