using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>The tables, and how an older file becomes a newer one. A migration, once released, is never edited: the next goes below it.</summary>
internal static class SqliteSchema
{
    // "CanC", written into the file's header, tells the console's database from everybody else's.
    private const long OwnMark = 0x43616E43;

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE events (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            stream TEXT NOT NULL,
            version INTEGER NOT NULL,
            type TEXT NOT NULL,
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            payload TEXT NOT NULL,
            previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL,
            UNIQUE (stream, version));
        CREATE INDEX events_that_start_a_stream ON events (position, stream) WHERE version = 1;
        CREATE TABLE claims (
            name TEXT PRIMARY KEY NOT NULL,
            stream TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE answers (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            request_digest TEXT NOT NULL,
            status_code INTEGER NOT NULL,
            content_type TEXT NOT NULL,
            body TEXT NOT NULL,
            at TEXT NOT NULL);
        CREATE INDEX answers_by_age ON answers (at, id);
        CREATE TABLE cursors (
            reader TEXT PRIMARY KEY NOT NULL,
            position INTEGER NOT NULL) WITHOUT ROWID;
        """,
    ];

    /// <summary>Refuses a file that this console must not touch. Changes nothing.</summary>
    /// <exception cref="StoreException">The file belongs to another program or to a newer console.</exception>
    public static void Check(SqliteConnection connection, string path)
    {
        // One view of the file for all questions: another process may be making its tables at this very moment.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var isOurs = connection.Scalar("PRAGMA application_id") is OwnMark;
        if (!isOurs && !IsEmpty(connection))
        {
            throw new StoreException($"{path} is a SQLite database, but not of CanaryConsole; set Storage:Path to another file.");
        }

        if (Version(connection) is var version && version > Migrations.Length)
        {
            throw new StoreException(
                $"{path} was written by a newer CanaryConsole (schema {version}, this one knows {Migrations.Length}); run the newer version, or set Storage:Path to another file.");
        }
    }

    public static bool IsEmpty(SqliteConnection connection) => connection.Scalar("SELECT COUNT(*) FROM sqlite_master") is 0L;

    /// <summary>Brings a checked file up to date; a fresh one gets everything.</summary>
    public static void Migrate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        // Asked for under the write lock: another process may be migrating the same file.
        var version = Version(connection);
        if (version >= Migrations.Length)
        {
            return;
        }

        foreach (var migration in Migrations.Skip(version))
        {
            connection.Execute(migration);
        }

        connection.Execute(FormattableString.Invariant($"PRAGMA application_id = {OwnMark}"));
        connection.Execute(FormattableString.Invariant($"PRAGMA user_version = {Migrations.Length}"));
        transaction.Commit();
    }

    private static int Version(SqliteConnection connection) => Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
}
