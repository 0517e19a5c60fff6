using System.Collections.Concurrent;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Web;

internal sealed class FakeIdempotencyStore : IIdempotencyStore
{
    public ConcurrentDictionary<string, StoredAnswer> Answers { get; } = new(StringComparer.Ordinal);

    public Task<StoredAnswer?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Answers.GetValueOrDefault(key));

    public Task<StoredAnswer> KeepAsync(string key, StoredAnswer answer, CancellationToken cancellationToken) => Task.FromResult(Answers.GetOrAdd(key, answer));
}

/// <summary>A log to read; nothing appends to it but the test.</summary>
internal sealed class FakeEventStore : IEventStore
{
    public List<StoredEvent> Events { get; } = [];

    public StoreException? Failure { get; set; }

    /// <summary>Stores events of one stream as a real store would, each with its place in the hash chain.</summary>
    public void Append(string stream, params IReadOnlyList<RecordedRolloutEvent> events)
    {
        foreach (var recorded in events)
        {
            var fresh = RolloutEventJson.ToNew(recorded.Event, recorded.At, recorded.Actor);
            var previous = Events.LastOrDefault(stored => stored.Stream == stream)?.Hash ?? EventHash.Genesis;
            var stored = new StoredEvent(Events.Count + 1, stream, recorded.Version, fresh.Type, fresh.At, fresh.Actor, fresh.Payload, previous, "");
            Events.Add(stored with { Hash = EventHash.Of(stored) });
        }
    }

    public void Reset()
    {
        Events.Clear();
        Failure = null;
    }

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) => Failure is null
        ? Task.FromResult<IReadOnlyList<StoredEvent>>([.. Events.Where(stored => stored.Stream == stream && stored.Version > afterVersion)])
        : Task.FromException<IReadOnlyList<StoredEvent>>(Failure);

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) => Failure is null
        ? Task.FromResult<IReadOnlyList<StoredEvent>>([.. Events.Where(stored => stored.Position > afterPosition).Take(limit)])
        : Task.FromException<IReadOnlyList<StoredEvent>>(Failure);

    public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken) => throw new NotSupportedException();
}
