using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>A store whose writes get no answer while it hangs, whatever becomes of them.</summary>
internal sealed class HangingStore(IEventStore store) : IEventStore
{
    public bool Hangs { get; set; }

    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        // Written all the same, as it is where only the answer is lost.
        var result = await store.AppendAsync(append, CancellationToken.None);
        return Hangs ? await new TaskCompletionSource<AppendResult>().Task : result;
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) => store.ReadAsync(stream, afterVersion, cancellationToken);

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) => store.ReadAllAsync(afterPosition, limit, cancellationToken);

    public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken) => store.ListStreamsAsync(prefix, limit, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken) => store.ListClaimsAsync(prefix, cancellationToken);
}
