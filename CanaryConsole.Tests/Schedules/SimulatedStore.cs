using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Schedules;

/// <summary>The one event store of a schedule, in memory, with the contract's conflicts, claims and hash chain. It outlives every process.</summary>
internal sealed class SimulatedStore : IEventStore
{
    private readonly List<StoredEvent> _log = [];
    private readonly Dictionary<string, List<StoredEvent>> _streams = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _claims = new(StringComparer.Ordinal);

    /// <summary>Told of each batch as soon as it is stored.</summary>
    public Action<IReadOnlyList<StoredEvent>>? Appended { get; set; }

    public IReadOnlyList<StoredEvent> Log => _log;

    public IReadOnlyList<StoredEvent> Stream(string stream) => _streams.GetValueOrDefault(stream) ?? [];

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var stream = _streams.GetValueOrDefault(append.Stream) ?? [];
        if (stream.Count != append.ExpectedVersion)
        {
            return Task.FromResult<AppendResult>(new AppendResult.VersionConflict(stream.Count));
        }

        if (append.Acquire is { } wanted && _claims.TryGetValue(wanted, out var holder) && holder != append.Stream)
        {
            return Task.FromResult<AppendResult>(new AppendResult.ClaimTaken(wanted, holder));
        }

        if (append.Acquire is { } claim)
        {
            _claims[claim] = append.Stream;
        }

        if (append.Release is { } released && _claims.GetValueOrDefault(released) == append.Stream)
        {
            _claims.Remove(released);
        }

        _streams[append.Stream] = stream;
        var appended = new List<StoredEvent>(append.Events.Count);
        foreach (var created in append.Events)
        {
            var stored = new StoredEvent(
                _log.Count + 1, append.Stream, stream.Count + 1, created.Type, created.At, created.Actor, created.Payload, stream.Count > 0 ? stream[^1].Hash : EventHash.Genesis, "");
            stored = stored with { Hash = EventHash.Of(stored) };
            _log.Add(stored);
            stream.Add(stored);
            appended.Add(stored);
        }

        Appended?.Invoke(appended);
        return Task.FromResult<AppendResult>(new AppendResult.Appended(appended));
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>([.. Stream(stream).Skip(afterVersion)]);

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>([.. _log.Skip((int)afterPosition).Take(limit)]);

    public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
        [.. _streams.Where(stream => stream.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderByDescending(stream => stream.Value[0].Position).Select(stream => stream.Key).Take(limit)]);

    public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<string, string>>(
        _claims.Where(claim => claim.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary());
}
