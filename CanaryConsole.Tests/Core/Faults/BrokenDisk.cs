using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Tests.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>A real SQLite store whose file another process locks, and whose disk really has no page left, for as long as a test wants it.</summary>
internal sealed class BrokenDisk(TemporaryStore sqlite) : IEventStore, IDisposable
{
    private SqliteConnection? _locking;
    private int _fillers;

    public bool IsFull { get; private set; }

    public void Lock()
    {
        _locking = new SqliteConnection($"Data Source={sqlite.Path};Pooling=False");
        _locking.Open();
        _locking.Execute("BEGIN EXCLUSIVE");
    }

    /// <summary>Fills the file to its last page.</summary>
    public async Task FillAsync()
    {
        IsFull = true;
        try
        {
            while (true)
            {
                await AppendAsync(new Append("filler", _fillers, [new NewEvent("f", default, "f", "{}")]), CancellationToken.None);
                _fillers++;
            }
        }
        catch (StoreException full)
        {
            Assert.Contains("is full; free some space", full.Message, StringComparison.Ordinal);
        }
    }

    public void Mend()
    {
        IsFull = false;
        _locking?.Dispose();
        _locking = null;
    }

    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        if (IsFull)
        {
            // Of the connection, and gone with it: after each failure the store opens another.
            await sqlite.Database.WriteAsync("Taking the last page", connection => connection.Execute("PRAGMA max_page_count = 1"), cancellationToken);
        }

        return await sqlite.Events.AppendAsync(append, cancellationToken);
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) =>
        sqlite.Events.ReadAsync(stream, afterVersion, cancellationToken);

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        sqlite.Events.ReadAllAsync(afterPosition, limit, cancellationToken);

    public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken) =>
        sqlite.Events.ListStreamsAsync(prefix, limit, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken) =>
        sqlite.Events.ListClaimsAsync(prefix, cancellationToken);

    public void Dispose() => _locking?.Dispose();
}
