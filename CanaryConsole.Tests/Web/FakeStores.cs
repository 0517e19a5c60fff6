using System.Collections.Concurrent;
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

    public void Reset()
    {
        Events.Clear();
        Failure = null;
    }

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) => Failure is null
        ? Task.FromResult<IReadOnlyList<StoredEvent>>([.. Events.Where(stored => stored.Position > afterPosition).Take(limit)])
        : Task.FromException<IReadOnlyList<StoredEvent>>(Failure);

    public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken) => throw new NotSupportedException();
}
