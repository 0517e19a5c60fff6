using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Schedules;

/// <summary>The way of one process to the event store.</summary>
internal sealed class StoreWire(IEventStore store, Weather weather, Life life) : IEventStore
{
    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        life.Meanwhile?.Invoke("Append");
        var result = await AskAsync("Append", () => store.AppendAsync(append, cancellationToken));
        return weather.Strikes(Trouble.LostStoreReplies) ? throw new StoreException("The store's reply was lost.") : result;
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) =>
        AskAsync("Read", () => store.ReadAsync(stream, afterVersion, cancellationToken));

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        AskAsync("ReadAll", () => store.ReadAllAsync(afterPosition, limit, cancellationToken));

    public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken) =>
        AskAsync("ListStreams", () => store.ListStreamsAsync(prefix, limit, cancellationToken));

    public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken) =>
        AskAsync("ListClaims", () => store.ListClaimsAsync(prefix, cancellationToken));

    private async Task<T> AskAsync<T>(string operation, Func<Task<T>> ask)
    {
        life.Step($"before {operation}");
        if (weather.Strikes(Trouble.LockedStore))
        {
            throw new StoreException($"{operation} failed: the database is locked.");
        }

        var answer = await ask();
        life.Step($"after {operation}");
        return answer;
    }
}
