using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>The dimensions of a metric: equal whatever their order, as CloudWatch tells series apart.</summary>
internal sealed class DimensionSet : IEquatable<DimensionSet>
{
    private readonly (string Name, string Value)[] _sorted;
    private readonly int _hash;

    private DimensionSet((string Name, string Value)[] sorted)
    {
        _sorted = sorted;
        var hash = default(HashCode);
        foreach (var (name, value) in sorted)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        _hash = hash.ToHashCode();
    }

    public IReadOnlyList<(string Name, string Value)> Sorted => _sorted;

    public static DimensionSet Of(IReadOnlyList<Dimension>? dimensions) =>
        Of([.. (dimensions ?? []).Select(one => (one.Name ?? "", one.Value ?? ""))]);

    public static DimensionSet Of(params (string Name, string Value)[] dimensions)
    {
        Array.Sort(dimensions, static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        return new DimensionSet(dimensions);
    }

    public string? ValueOf(string name)
    {
        foreach (var one in _sorted)
        {
            if (one.Name == name)
            {
                return one.Value;
            }
        }

        return null;
    }

    public List<Dimension> ToWire() => [.. _sorted.Select(one => new Dimension { Name = one.Name, Value = one.Value })];

    public bool Equals(DimensionSet? other) => other is not null && other._hash == _hash && other._sorted.AsSpan().SequenceEqual(_sorted);

    public override bool Equals(object? obj) => Equals(obj as DimensionSet);

    public override int GetHashCode() => _hash;
}
