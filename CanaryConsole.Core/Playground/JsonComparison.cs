using System.Text.Json;
using System.Text.RegularExpressions;

namespace CanaryConsole.Core.Playground;

/// <summary>Compares two JSON texts member by member and place by place; the order of members means nothing. Pure.</summary>
public static partial class JsonComparison
{
    public const int LargestBody = 1_048_576;

    private const int MostChanges = 200;
    private const int MostValues = 100_000;
    private const int DeepestNesting = 64;
    private const int LongestValue = 200;

    /// <param name="tolerance">At least 0: an absolute difference of numbers up to it counts as none.</param>
    public static JsonDifference Compare(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second, double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        if (first.Length > LargestBody || second.Length > LargestBody)
        {
            return Not($"An answer has {Math.Max(first.Length, second.Length):N0} bytes; answers of up to {LargestBody:N0} are compared.");
        }

        try
        {
            using var one = Parse(first);
            using var other = Parse(second);
            var walk = new Walk(tolerance);
            walk.Compare("$", one.RootElement, other.RootElement);
            return new JsonDifference(walk.Changes, walk.Same, walk.IsCut, null);
        }
        catch (JsonException)
        {
            return Not($"Both answers must be JSON, nested at most {DeepestNesting} deep, to be compared by path.");
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body) => JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestNesting });

    private static JsonDifference Not(string problem) => new([], 0, false, problem);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex PlainName();

    private sealed class Walk(double tolerance)
    {
        private int _values;

        public List<JsonChange> Changes { get; } = [];

        public int Same { get; private set; }

        public bool IsCut { get; private set; }

        public void Compare(string path, JsonElement first, JsonElement second)
        {
            if (IsCut || ++_values > MostValues)
            {
                IsCut = true;
                return;
            }

            switch (first.ValueKind, second.ValueKind)
            {
                case (JsonValueKind.Object, JsonValueKind.Object):
                    Members(path, first, second);
                    break;
                case (JsonValueKind.Array, JsonValueKind.Array):
                    Items(path, first, second);
                    break;
                case (JsonValueKind.Number, JsonValueKind.Number):
                    Numbers(path, first, second);
                    break;
                default:
                    Count(JsonElement.DeepEquals(first, second), path, first, second, null);
                    break;
            }
        }

        private void Members(string path, JsonElement first, JsonElement second)
        {
            foreach (var name in Names(first))
            {
                if (second.TryGetProperty(name, out var other))
                {
                    Compare(Step(path, name), first.GetProperty(name), other);
                }
                else
                {
                    Add(new JsonChange(Step(path, name), JsonChangeKind.Removed, Text(first.GetProperty(name)), null));
                }
            }

            foreach (var name in Names(second).Where(name => !first.TryGetProperty(name, out _)))
            {
                Add(new JsonChange(Step(path, name), JsonChangeKind.Added, null, Text(second.GetProperty(name))));
            }
        }

        private void Items(string path, JsonElement first, JsonElement second)
        {
            var (ours, theirs) = (first.GetArrayLength(), second.GetArrayLength());
            var both = first.EnumerateArray().Zip(second.EnumerateArray()).Index();
            foreach (var (index, (one, other)) in both)
            {
                Compare($"{path}[{index}]", one, other);
            }

            var longer = ours > theirs ? first : second;
            var kind = ours > theirs ? JsonChangeKind.Removed : JsonChangeKind.Added;
            foreach (var (index, item) in longer.EnumerateArray().Index().Skip(Math.Min(ours, theirs)).TakeWhile(_ => !IsCut))
            {
                var text = Text(item);
                Add(new JsonChange($"{path}[{index}]", kind, kind is JsonChangeKind.Removed ? text : null, kind is JsonChangeKind.Added ? text : null));
            }
        }

        private void Numbers(string path, JsonElement first, JsonElement second)
        {
            var by = second.GetDouble() - first.GetDouble();

            // Beyond a double's range nothing is left to subtract: then the digits decide.
            var isSame = double.IsFinite(by) ? Math.Abs(by) <= tolerance && (by != 0 || tolerance > 0 || JsonElement.DeepEquals(first, second)) : JsonElement.DeepEquals(first, second);
            Count(isSame, path, first, second, double.IsFinite(by) ? by : null);
        }

        private void Count(bool isSame, string path, JsonElement first, JsonElement second, double? by)
        {
            if (isSame)
            {
                Same++;
            }
            else
            {
                Add(new JsonChange(path, JsonChangeKind.Changed, Text(first), Text(second), by));
            }
        }

        private void Add(JsonChange change)
        {
            if (Changes.Count == MostChanges)
            {
                IsCut = true;
            }
            else
            {
                Changes.Add(change);
            }
        }

        private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name).Distinct(StringComparer.Ordinal);

        private static string Step(string path, string name) => PlainName().IsMatch(name)
            ? $"{path}.{name}"
            : $"{path}['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";

        private static string Text(JsonElement json)
        {
            var text = json.GetRawText();
            return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
        }
    }
}
