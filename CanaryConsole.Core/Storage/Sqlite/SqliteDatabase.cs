using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>
/// The file that all SQLite stores share: one connection that writes, one write at a time, and pooled ones that only read. What a write acknowledged
/// survives kill -9 and a power cut. SQLite's calls block, so they run on the thread pool. Safe for concurrent use.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int Readers = 8;
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SemaphoreSlim _readers = new(Readers, Readers);
    private readonly string _configuredPath;
    private SqliteConnection? _writeConnection;
    private volatile bool _isReady;
    private bool _isDisposed;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public SqliteDatabase(IOptions<StorageOptions> options) => _configuredPath = options.Value.Path;

    /// <exception cref="StoreException">The path in the settings cannot be one.</exception>
    public string Path => DatabaseLocation.Resolve(_configuredPath);

    /// <summary>Makes sure that the file is there, is ours and is up to date.</summary>
    /// <exception cref="StoreException">It is not, and the message says what to do.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) => WriteAsync("Opening the store", _ => true, cancellationToken);

    /// <summary>Runs the work in a transaction that has the write lock from its start, and commits it. Once begun it is not cancelled, so its outcome is always known.</summary>
    /// <param name="action">For the message of a failure, as in "Saving a cursor".</param>
    /// <exception cref="StoreException">The work failed and nothing was written.</exception>
    public async Task<T> WriteAsync<T>(string action, Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Write_NeedsWriter(action, work), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Runs the work on a connection of its own that cannot write.</summary>
    /// <exception cref="StoreException">The work failed.</exception>
    public async Task<T> ReadAsync<T>(string action, Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        if (!_isReady)
        {
            await OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        await _readers.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Read(action, work), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>A connection that cannot write, to a file that must exist.</summary>
    public SqliteConnection OpenForReading(bool pooling)
    {
        var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadOnly, pooling));
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        _writer.Wait();
        try
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            if (_isReady)
            {
                _isReady = false;
                ClosePooledReaders();
            }

            // The last to close, because it is the one that may fold the -wal file back into the database.
            _writeConnection?.Dispose();
            _writeConnection = null;
        }
        finally
        {
            _writer.Release();
        }
    }

    private void ClosePooledReaders()
    {
        using var pooled = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadOnly, pooling: true));
        SqliteConnection.ClearPool(pooled);
    }

    private T Write_NeedsWriter<T>(string action, Func<SqliteConnection, T> work)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            _writeConnection ??= OpenForWriting();
            _isReady = true;
            using var transaction = _writeConnection.BeginTransaction(deferred: false);
            var result = work(_writeConnection);
            transaction.Commit();
            return result;
        }
        catch (Exception exception)
        {
            // The next write starts from a fresh connection: what state this one is in after a failure is not worth knowing.
            _writeConnection?.Dispose();
            _writeConnection = null;
            if (exception is SqliteException failure)
            {
                throw SqliteFailure.Explain(failure, action, Path);
            }

            throw;
        }
    }

    private T Read<T>(string action, Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = OpenForReading(pooling: true);
            return work(connection);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(failure, action, Path);
        }
    }

    private SqliteConnection OpenForWriting()
    {
        DatabaseLocation.Prepare(Path);
        var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            connection.Execute(FormattableString.Invariant($"PRAGMA busy_timeout = {LockWait.TotalMilliseconds}"));
            connection.Execute("PRAGMA foreign_keys = ON");
            SqliteSchema.Check(connection, Path);
            if (connection.Scalar("PRAGMA journal_mode = WAL") is not "wal")
            {
                throw new StoreException($"{Path} is on a file system that cannot keep a write-ahead log; set Storage:Path to a file on a local disk.");
            }

            // FULL, unlike NORMAL, waits for the disk at every commit.
            connection.Execute("PRAGMA synchronous = FULL");
            SqliteSchema.Migrate(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string ConnectionString(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = (int)LockWait.TotalSeconds,
    }.ConnectionString;
}
