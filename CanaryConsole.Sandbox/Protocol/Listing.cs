namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The filters and orders that all of SageMaker's lists share.</summary>
internal static class Listing
{
    public static IEnumerable<T> NameContains<T>(this IEnumerable<T> all, string? part, Func<T, string> name) =>
        part is null ? all : all.Where(one => name(one).Contains(part, StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<T> Within<T>(this IEnumerable<T> all, DateTime? after, DateTime? before, Func<T, DateTimeOffset> time) =>
        all.Where(one => (after is null || time(one).UtcDateTime > after) && (before is null || time(one).UtcDateTime < before));

    public static IReadOnlyList<T> Sorted<T>(this IEnumerable<T> all, bool descending, Func<T, IComparable> key, Func<T, string> name) =>
        descending
            ? [.. all.OrderByDescending(key).ThenByDescending(name, StringComparer.Ordinal)]
            : [.. all.OrderBy(key).ThenBy(name, StringComparer.Ordinal)];
}
