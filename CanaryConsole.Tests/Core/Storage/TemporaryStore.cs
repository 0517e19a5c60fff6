using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Core.Storage;

/// <summary>A database in a folder of its own, gone after the test.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly List<SqliteDatabase> _databases = [];

    public TemporaryStore()
    {
        Folder = Directory.CreateTempSubdirectory("canaryconsole-").FullName;
        Path = System.IO.Path.Combine(Folder, "canaryconsole.db");
        Database = Open(Path);
        Events = new(Database);
        Verifier = new(Database);
    }

    public string Folder { get; }

    public string Path { get; }

    public SqliteDatabase Database { get; }

    public SqliteEventStore Events { get; }

    public SqliteChainVerifier Verifier { get; }

    public static NewEvent Event(string payload, string actor = "ann") =>
        new("stepStarted", new DateTimeOffset(2026, 11, 21, 3, 4, 5, 678, TimeSpan.FromHours(2)), actor, $$"""{"why":"{{payload}}"}""");

    public static string[] Payloads(IEnumerable<StoredEvent> events) => [.. events.Select(stored => stored.Payload)];

    /// <summary>The same file, or another, as another process would see it.</summary>
    public SqliteDatabase Open(string path)
    {
        var database = new SqliteDatabase(Options.Create(new StorageOptions { Path = path }));
        _databases.Add(database);
        return database;
    }

    public Task<AppendResult> AppendAsync(string stream, int expectedVersion, params string[] payloads) =>
        Events.AppendAsync(new(stream, expectedVersion, [.. payloads.Select(payload => Event(payload))]), CancellationToken.None);

    /// <summary>SQL behind the store's back.</summary>
    public void Tamper(string sql, params ReadOnlySpan<(string, object)> parameters)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        connection.Execute(sql, parameters);
    }

    /// <summary>Everything in the database file itself, nothing in its log.</summary>
    public void Close()
    {
        foreach (var database in _databases)
        {
            database.Dispose();
        }
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(Folder, recursive: true);
    }
}
