using System.Globalization;
using System.Text.Json;

namespace CanaryConsole.Core.Predictions;

/// <summary>
/// Two answers to one request. JSON is compared member by member, numbers within the tolerance; of two objects that both have a member
/// "predictions" only that is compared, because what stands beside it (a model's name, a time) differs by design. Comma-separated numbers are
/// compared as numbers, anything else as text. Pure.
/// </summary>
internal static class AnswerComparison
{
    private const string Predictions = "predictions";

    /// <param name="tolerance">At least 0; an absolute difference up to it counts as the same number.</param>
    /// <returns>Whether they agree, and the greatest difference of numbers in the same place; null when there were none, or the shapes differ.</returns>
    public static (bool Agrees, double? Difference) Compare(string champion, string challenger, double tolerance)
    {
        if (Json(champion) is { } one && Json(challenger) is { } other)
        {
            using (one)
            using (other)
            {
                var (left, right) = Predicted(one.RootElement, other.RootElement);
                double? widest = null;
                return Same(left, right, tolerance, ref widest) is { } agrees ? (agrees, widest) : (false, null);
            }
        }

        return Numbers(champion) is { } ours && Numbers(challenger) is { } theirs && ours.Count == theirs.Count
            ? Compare(ours, theirs, tolerance)
            : (string.Equals(champion.Trim(), challenger.Trim(), StringComparison.Ordinal), null);
    }

    private static (JsonElement Left, JsonElement Right) Predicted(JsonElement left, JsonElement right) =>
        left.ValueKind is JsonValueKind.Object && right.ValueKind is JsonValueKind.Object
        && left.TryGetProperty(Predictions, out var ours) && right.TryGetProperty(Predictions, out var theirs)
            ? (ours, theirs)
            : (left, right);

    /// <summary>Null when the shapes differ, so that no numbers can be held against each other.</summary>
    private static bool? Same(JsonElement left, JsonElement right, double tolerance, ref double? widest)
    {
        switch (left.ValueKind, right.ValueKind)
        {
            case (JsonValueKind.Number, JsonValueKind.Number):
                var difference = Difference(left.GetDouble(), right.GetDouble());
                widest = Math.Max(widest ?? 0, difference);
                return difference <= tolerance;
            case (JsonValueKind.Array, JsonValueKind.Array) when left.GetArrayLength() == right.GetArrayLength():
                return All(left.EnumerateArray().Zip(right.EnumerateArray()), tolerance, ref widest);
            case (JsonValueKind.Object, JsonValueKind.Object):
                return Members(left, right) is { } members ? All(members, tolerance, ref widest) : null;
            case (JsonValueKind.String, JsonValueKind.String):
                return string.Equals(left.GetString(), right.GetString(), StringComparison.Ordinal);
            case (JsonValueKind.True or JsonValueKind.False, JsonValueKind.True or JsonValueKind.False):
            case (JsonValueKind.Null, JsonValueKind.Null):
                return left.ValueKind == right.ValueKind;
            default:
                return null;
        }
    }

    private static bool? All(IEnumerable<(JsonElement Left, JsonElement Right)> places, double tolerance, ref double? widest)
    {
        var agrees = true;
        foreach (var (left, right) in places)
        {
            if (Same(left, right, tolerance, ref widest) is not { } same)
            {
                return null;
            }

            agrees &= same;
        }

        return agrees;
    }

    private static List<(JsonElement Left, JsonElement Right)>? Members(JsonElement left, JsonElement right)
    {
        var pairs = new List<(JsonElement, JsonElement)>();
        foreach (var member in left.EnumerateObject())
        {
            if (!right.TryGetProperty(member.Name, out var other))
            {
                return null;
            }

            pairs.Add((member.Value, other));
        }

        return right.EnumerateObject().Count() == pairs.Count ? pairs : null;
    }

    private static (bool Agrees, double? Difference) Compare(List<double> ours, List<double> theirs, double tolerance)
    {
        var widest = ours.Zip(theirs, Difference).Max();
        return (widest <= tolerance, widest);
    }

    // A number too great for a double reads as infinite: two of them are the same, one of them is as far away as can be said.
    private static double Difference(double one, double other) =>
        one.Equals(other) ? 0 : Math.Min(Math.Abs(one - other), double.MaxValue);

    private static JsonDocument? Json(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<double>? Numbers(string text)
    {
        var numbers = new List<double>();
        foreach (var part in text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsNaN(number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Count > 0 ? numbers : null;
    }
}
