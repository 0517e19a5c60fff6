namespace CanaryConsole.Core.Storage;

/// <summary>Follows every stream's chain while events go by in the order of their positions. Its memory grows with the streams, not with the events.</summary>
internal sealed class ChainWalk
{
    private const int MaxBreaks = 100;

    private readonly Dictionary<string, Head> _heads = new(StringComparer.Ordinal);
    private readonly List<string> _breaks = [];
    private long _events;

    public ChainVerification Result => new(_heads.Count, _events, _breaks);

    public void Add(StoredEvent stored)
    {
        _events++;
        var head = _heads.GetValueOrDefault(stored.Stream, Head.None);
        if (stored.Version != head.Version + 1)
        {
            AddBreak(stored, head.Version == 0 ? "the stream must start with version 1" : $"it follows version {head.Version}");
        }

        if (!string.Equals(stored.PreviousHash, head.Hash, StringComparison.Ordinal))
        {
            AddBreak(stored, head.Version == 0
                ? "its previous hash is not the 64 zeros of a first event"
                : $"its previous hash is not the hash of version {head.Version}");
        }

        if (!string.Equals(stored.Hash, EventHash.Of(stored), StringComparison.Ordinal))
        {
            AddBreak(stored, "its content does not match its hash");
        }

        _heads[stored.Stream] = new(stored.Version, stored.Hash);
    }

    /// <summary>Counts an event that could not even be read.</summary>
    public void AddUnreadable(string sentence)
    {
        _events++;
        AddBreak(sentence);
    }

    public void AddBreak(string sentence)
    {
        if (_breaks.Count < MaxBreaks)
        {
            _breaks.Add(sentence);
        }
    }

    private void AddBreak(StoredEvent stored, string what) => AddBreak($"Stream \"{stored.Stream}\", version {stored.Version}: {what}.");

    private readonly record struct Head(int Version, string Hash)
    {
        public static Head None { get; } = new(0, EventHash.Genesis);
    }
}
