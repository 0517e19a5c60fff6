using System.Text.Json;

namespace CanaryConsole.Core.SmokeTests;

/// <summary>A singular query of RFC 9535: from the root by names and indices to at most one value, as in <c>$.predictions[0].score</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Steps">A name into an object, or an index into an array; a negative index counts from the end.</param>
internal sealed record JsonPath(string Text, IReadOnlyList<JsonPathStep> Steps)
{
    /// <summary>Null when there is nothing at the path; JSON's null is something.</summary>
    public JsonElement? Find(JsonElement root)
    {
        var at = root;
        foreach (var step in Steps)
        {
            if (Next(at, step) is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at;
    }

    private static JsonElement? Next(JsonElement at, JsonPathStep step) => (at.ValueKind, step) switch
    {
        (JsonValueKind.Object, { Name: { } name }) => at.TryGetProperty(name, out var member) ? member : null,
        (JsonValueKind.Array, { Name: null, Index: var index }) => Item(at, index),
        _ => null,
    };

    private static JsonElement? Item(JsonElement array, int index)
    {
        var length = array.GetArrayLength();
        var place = index < 0 ? index + length : index;
        return place >= 0 && place < length ? array[place] : null;
    }
}

/// <summary>One step of a path: by name where there is one, else by index.</summary>
internal sealed record JsonPathStep(string? Name, int Index = 0);
