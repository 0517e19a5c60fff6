namespace CanaryConsole.Sandbox.S3;

/// <summary>A bucket and its objects in the order of their keys. Not safe for threads: <see cref="BucketCatalog"/> guards it.</summary>
internal sealed class Bucket(string name, string location, DateTimeOffset createdAt)
{
    public string Name { get; } = name;

    public string Location { get; } = location;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public SortedList<string, StoredObject> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>The position of the first key that is not before this one.</summary>
    public int PositionOf(string key)
    {
        var keys = Objects.Keys;
        var (low, high) = (0, keys.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(keys[middle], key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
