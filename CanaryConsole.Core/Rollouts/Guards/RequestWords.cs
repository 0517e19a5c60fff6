using System.Text.Json;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Words of a request that stand for one of a few things.</summary>
internal static class RequestWords
{
    /// <exception cref="PlanProblemException">The word is none of them; the sentence lists them.</exception>
    public static T OneOf<T>(string field, string? word, T fallback)
        where T : struct, Enum
    {
        if (word is null)
        {
            return fallback;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Name(value), word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        var names = Enum.GetValues<T>().Select(Name).ToList();
        throw RequestBounds.Invalid(field, $"{field} is \"{word}\"; it must be {string.Join(", ", names.SkipLast(1))} or {names[^1]}.");
    }

    /// <summary>As a request spells it.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
