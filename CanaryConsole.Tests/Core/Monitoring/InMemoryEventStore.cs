using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>Keeps streams in memory, with the contract's conflicts and claims; breaks when told to.</summary>
internal sealed class InMemoryEventStore : IEventStore
{
    private readonly Lock _gate = new();
    private readonly List<StoredEvent> _events = [];
    private readonly Dictionary<string, string> _claims = [];

    public bool Broken { get; set; }

    /// <summary>Appends with an event of this type fail; null lets all through.</summary>
    public string? FailAppendsOf { get; set; }

    public IReadOnlyList<string> TypesOf(string stream) => [.. _events.Where(stored => stored.Stream == stream).Select(stored => stored.Type)];

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            if (append.Events.Any(one => one.Type == FailAppendsOf))
            {
                throw new StoreException("The disk is full.");
            }

            var version = _events.Count(stored => stored.Stream == append.Stream);
            if (version != append.ExpectedVersion)
            {
                return Task.FromResult<AppendResult>(new AppendResult.VersionConflict(version));
            }

            if (append.Acquire is { } claim && !_claims.TryAdd(claim, append.Stream) && _claims[claim] != append.Stream)
            {
                return Task.FromResult<AppendResult>(new AppendResult.ClaimTaken(claim, _claims[claim]));
            }

            if (append.Release is { } released)
            {
                _claims.Remove(released);
            }

            var stored = append.Events
                .Select((one, index) => new StoredEvent(_events.Count + index + 1, append.Stream, version + index + 1, one.Type, one.At, one.Actor, one.Payload, "", ""))
                .ToList();
            _events.AddRange(stored);
            return Task.FromResult<AppendResult>(new AppendResult.Appended(stored));
        }
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) =>
        Read(stored => stored.Stream == stream && stored.Version > afterVersion);

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        Read(stored => stored.Position > afterPosition && stored.Position <= afterPosition + limit);

    public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            return Task.FromResult<IReadOnlyList<string>>(
                [.. _events.Select(stored => stored.Stream).Distinct().Where(stream => stream.StartsWith(prefix, StringComparison.Ordinal)).Reverse().Take(limit)]);
        }
    }

    public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            return Task.FromResult<IReadOnlyDictionary<string, string>>(
                _claims.Where(claim => claim.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary());
        }
    }

    private Task<IReadOnlyList<StoredEvent>> Read(Func<StoredEvent, bool> wanted)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            return Task.FromResult<IReadOnlyList<StoredEvent>>([.. _events.Where(wanted)]);
        }
    }

    private void ThrowIfBroken()
    {
        if (Broken)
        {
            throw new StoreException("The disk is full.");
        }
    }
}
