using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CanaryConsole.Tests.Core.Storage.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Write_AnyConnection_WaitsForTheDisk()
    {
        var settings = await _store.Database.WriteAsync(
            "Reading the settings",
            connection => (connection.Scalar("PRAGMA journal_mode"), connection.Scalar("PRAGMA synchronous"), connection.Scalar("PRAGMA foreign_keys"), connection.Scalar("PRAGMA busy_timeout")),
            CancellationToken.None);

        Assert.Equal(("wal", 2L, 1L, 5000L), settings);
    }

    [Fact]
    public async Task Read_AnyConnection_CannotWrite()
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() =>
            _store.Database.ReadAsync("Trying", connection => connection.Execute("DELETE FROM claims"), CancellationToken.None));

        Assert.StartsWith($"Trying failed: {_store.Path} or its folder is read-only", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WorkFails_LeavesNothingAndTheNextWorks()
    {
        await _store.Database.OpenAsync(CancellationToken.None);

        await Assert.ThrowsAsync<StoreException>(() => _store.Database.WriteAsync(
            "Trying",
            connection => connection.Execute("INSERT INTO claims (name, stream) VALUES ('a', 'b')") + connection.Execute("INSERT INTO nowhere VALUES (1)"),
            CancellationToken.None));

        Assert.Empty(await _store.Events.ListClaimsAsync("", CancellationToken.None));
        Assert.IsType<AppendResult.Appended>(await _store.AppendAsync("rollout/a", 0, "one"));
    }

    [Fact]
    public async Task Open_AfterClosing_EverythingIsThere()
    {
        await _store.AppendAsync("rollout/a", 0, "one", "two");
        _store.Close();

        var events = new SqliteEventStore(_store.Open(_store.Path));

        Assert.Equal(["""{"why":"one"}""", """{"why":"two"}"""], TemporaryStore.Payloads(await events.ReadAsync("rollout/a", 0, CancellationToken.None)));
        var appended = Assert.IsType<AppendResult.Appended>(await events.AppendAsync(new("rollout/a", 2, [TemporaryStore.Event("three")]), CancellationToken.None));
        Assert.Equal(3, appended.Events[0].Position);
    }

    [Fact]
    public async Task Open_CopyOfTheFilesWithoutClosing_EverythingAcknowledgedIsThere()
    {
        await _store.AppendAsync("rollout/a", 0, "one", "two");
        await _store.Events.AppendAsync(new("rollout/b", 0, [TemporaryStore.Event("three")], Acquire: "rollout-on/x"), CancellationToken.None);
        // What a kill -9 leaves behind: the database and its log, never folded together.
        var copy = Path.Combine(_store.Folder, "copy.db");
        File.Copy(_store.Path, copy);
        File.Copy(_store.Path + "-wal", copy + "-wal");

        var database = _store.Open(copy);
        var events = new SqliteEventStore(database);

        Assert.Equal(await _store.Events.ReadAllAsync(0, 10, CancellationToken.None), await events.ReadAllAsync(0, 10, CancellationToken.None));
        Assert.Equal(await _store.Events.ListClaimsAsync("", CancellationToken.None), await events.ListClaimsAsync("", CancellationToken.None));
        Assert.Empty((await new SqliteChainVerifier(database).VerifyAsync(CancellationToken.None)).Breaks);
    }

    [Fact]
    public async Task Open_LogTornInTheMiddleOfACommit_KeepsEveryCommitBefore()
    {
        await _store.AppendAsync("rollout/a", 0, "one");
        var copy = Path.Combine(_store.Folder, "torn.db");
        var acknowledged = new FileInfo(_store.Path + "-wal").Length;
        await _store.AppendAsync("rollout/a", 1, "two");
        File.Copy(_store.Path, copy);
        await using (var log = File.Create(copy + "-wal"))
        {
            log.Write((await File.ReadAllBytesAsync(_store.Path + "-wal")).AsSpan(0, (int)acknowledged + 1000));
        }

        var database = _store.Open(copy);

        Assert.Equal(["""{"why":"one"}"""], TemporaryStore.Payloads(await new SqliteEventStore(database).ReadAllAsync(0, 10, CancellationToken.None)));
        Assert.Empty((await new SqliteChainVerifier(database).VerifyAsync(CancellationToken.None)).Breaks);
    }

    [Fact]
    public async Task Open_FolderIsNotThere_MakesItForThisUserAlone()
    {
        var folder = Path.Combine(_store.Folder, "a", "b");

        await _store.Open(Path.Combine(folder, "x.db")).OpenAsync(CancellationToken.None);

        Assert.True(File.Exists(Path.Combine(folder, "x.db")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }
    }

    [Fact]
    public async Task Open_FolderCannotBeMade_SaysSo()
    {
        await File.WriteAllTextAsync(Path.Combine(_store.Folder, "file"), "");
        var folder = Path.Combine(_store.Folder, "file", "sub");

        var message = await MessageOfOpeningAsync(Path.Combine(folder, "x.db"));

        Assert.StartsWith($"The folder {folder} for the database is not there and cannot be made (", message, StringComparison.Ordinal);
        Assert.EndsWith("; set Storage:Path to a file in a folder that can be written.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_PathIsAFolder_SaysSo() => Assert.Equal(
        $"The database cannot be {_store.Folder}, because that is a folder; set Storage:Path to a file in it, as in {Path.Combine(_store.Folder, "canaryconsole.db")}.",
        await MessageOfOpeningAsync(_store.Folder));

    [Fact]
    public async Task Open_PathIsNone_SaysSo() =>
        Assert.StartsWith("Storage:Path \"a\0b\" is not a path: ", await MessageOfOpeningAsync("a\0b"), StringComparison.Ordinal);

    [Fact]
    public async Task Open_FileIsNoDatabase_SaysSoAndLeavesIt()
    {
        var path = Path.Combine(_store.Folder, "letter.txt");
        var text = string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 50));
        await File.WriteAllTextAsync(path, text);

        Assert.Equal(
            $"Opening the store failed: {path} is not a SQLite database; set Storage:Path to another file, or move this one away.",
            await MessageOfOpeningAsync(path));
        Assert.Equal(text, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Open_DatabaseOfAnotherProgram_SaysSoAndLeavesIt()
    {
        var path = Path.Combine(_store.Folder, "foreign.db");
        await CreateAsync(path, "CREATE TABLE albums (title TEXT)");
        var before = await File.ReadAllBytesAsync(path);

        Assert.Equal(
            $"{path} is a SQLite database, but not of CanaryConsole; set Storage:Path to another file.",
            await MessageOfOpeningAsync(path));
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task Open_DatabaseOfANewerConsole_SaysSo()
    {
        await _store.Database.OpenAsync(CancellationToken.None);
        _store.Close();
        _store.Tamper("PRAGMA user_version = 99");

        Assert.Equal(
            $"{_store.Path} was written by a newer CanaryConsole (schema 99, this one knows 1); run the newer version, or set Storage:Path to another file.",
            await MessageOfOpeningAsync(_store.Path));
    }

    [Fact]
    public async Task Open_FailsFirst_WorksOnceTheCauseIsGone()
    {
        var path = Path.Combine(_store.Folder, "later", "x.db");
        await File.WriteAllTextAsync(Path.Combine(_store.Folder, "later"), "in the way");
        var database = _store.Open(path);
        await Assert.ThrowsAsync<StoreException>(() => database.OpenAsync(CancellationToken.None));

        File.Delete(Path.Combine(_store.Folder, "later"));

        await database.OpenAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(3, "the system denies access to /x.db; give the console's account the right to read and write it.")]
    [InlineData(5, "/x.db is locked by another process; stop the other process that uses it, then try again.")]
    [InlineData(8, "/x.db or its folder is read-only; give the console's account the right to write both, or set Storage:Path to another file.")]
    [InlineData(10, "the disk under /x.db reported an error (odd); check the disk, then restart the console.")]
    [InlineData(11, "/x.db is damaged (odd); stop the console and restore the file with its -wal neighbour from a backup.")]
    [InlineData(13, "the disk under /x.db is full; free some space.")]
    [InlineData(14, "/x.db cannot be opened; check that the console's account can read and write it and its folder, or set Storage:Path to another file.")]
    [InlineData(1, "/x.db gave the error 1 (odd); if it stays, restart the console.")]
    public void Explain_AnyCode_SaysWhatNow(int code, string sentence) =>
        Assert.Equal("Appending failed: " + sentence, SqliteFailure.Explain(new SqliteException("odd", code), "Appending", "/x.db").Message);

    [Fact]
    public void Path_NotSet_IsInTheUsersFolder() => Assert.EndsWith(
        Path.Combine("canaryconsole", "canaryconsole.db"), DatabaseLocation.Resolve(""), StringComparison.Ordinal);

    private static async Task CreateAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        connection.Execute(sql);
    }

    private async Task<string> MessageOfOpeningAsync(string path) =>
        (await Assert.ThrowsAsync<StoreException>(() => _store.Open(path).OpenAsync(CancellationToken.None))).Message;
}
