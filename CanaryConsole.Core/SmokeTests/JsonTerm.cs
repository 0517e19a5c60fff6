using System.Text.Json;

namespace CanaryConsole.Core.SmokeTests;

/// <summary>One condition of an assertion. Comparisons are RFC 9535's: of different types nothing is equal and nothing is ordered, and nothing at all equals nothing but itself.</summary>
internal abstract record JsonTerm
{
    public abstract bool Holds(JsonElement root);

    /// <summary>There is a value at the path, or there must be none.</summary>
    public sealed record Existence(JsonPath Path, bool Wanted) : JsonTerm
    {
        public override bool Holds(JsonElement root) => Path.Find(root).HasValue == Wanted;
    }

    /// <param name="OfLength">Compares the length of the value: characters of a string, items of an array, members of an object; other values have none.</param>
    /// <param name="Literal">A <see cref="double"/>, a <see cref="string"/>, a <see cref="bool"/>, or null for JSON's null.</param>
    public sealed record Comparison(JsonPath Path, bool OfLength, string Operator, object? Literal) : JsonTerm
    {
        public override bool Holds(JsonElement root)
        {
            var value = Value(root);
            return Operator switch
            {
                "==" => Same(value),
                "!=" => !Same(value),
                "<" => Order(value) < 0,
                "<=" => Same(value) || Order(value) < 0,
                ">" => Order(value) > 0,
                _ => Same(value) || Order(value) > 0,
            };
        }

        private Found Value(JsonElement root) => (Path.Find(root), OfLength) switch
        {
            (null, _) => Found.Nothing,
            ({ } element, true) => Length(element) is { } length ? new Found(true, length) : Found.Nothing,
            ({ } element, false) => new Found(true, Simple(element)),
        };

        private bool Same(Found value) => value.IsThere && Equals(value.Value, Literal);

        private int? Order(Found value) => (value.Value, Literal) switch
        {
            (double left, double right) => left.CompareTo(right),
            (string left, string right) => string.CompareOrdinal(left, right),
            _ => null,
        };

        private static double? Length(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!.EnumerateRunes().Count(),
            JsonValueKind.Array => element.GetArrayLength(),
            JsonValueKind.Object => element.GetPropertyCount(),
            _ => null,
        };

        // Arrays and objects equal no literal, which is what an object of their own says.
        private static object? Simple(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.String => element.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null => null,
            _ => element,
        };

        private readonly record struct Found(bool IsThere, object? Value)
        {
            public static Found Nothing { get; }
        }
    }
}
