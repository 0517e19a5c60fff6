using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>The embedded event store. Positions have no gaps here: a missing one is a lost event, which the verifier finds.</summary>
internal sealed class SqliteEventStore(SqliteDatabase database) : IEventStore
{
    private const int MaxClaims = 10_000;

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        Validate(append);
        return database.WriteAsync($"Appending to stream \"{append.Stream}\"", connection => Append(connection, append), cancellationToken);
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) =>
        database.ReadAsync(
            $"Reading stream \"{stream}\"",
            connection =>
            {
                using var command = connection.Command(
                    $"SELECT {EventRow.Columns} FROM events WHERE stream = @stream AND version > @version ORDER BY version",
                    ("@stream", stream),
                    ("@version", afterVersion));
                return EventRow.ReadList(command, database.Path);
            },
            cancellationToken);

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken)
    {
        ThrowIfOutside(limit);
        return database.ReadAsync(
            "Reading the log",
            connection =>
            {
                using var command = connection.Command(
                    $"SELECT {EventRow.Columns} FROM events WHERE position > @position ORDER BY position LIMIT @limit",
                    ("@position", afterPosition),
                    ("@limit", limit));
                return EventRow.ReadList(command, database.Path);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken)
    {
        ThrowIfOutside(limit);
        return database.ReadAsync<IReadOnlyList<string>>(
            "Listing streams",
            connection =>
            {
                using var command = connection.Command(
                    "SELECT stream FROM events WHERE version = 1 AND substr(stream, 1, length(@prefix)) = @prefix ORDER BY position DESC LIMIT @limit",
                    ("@prefix", prefix),
                    ("@limit", limit));
                using var rows = command.ExecuteReader();
                var streams = new List<string>();
                while (rows.Read())
                {
                    streams.Add(rows.GetString(0));
                }

                return streams;
            },
            cancellationToken);
    }

    public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, string>>(
            "Listing claims",
            connection =>
            {
                using var command = connection.Command(
                    "SELECT name, stream FROM claims WHERE substr(name, 1, length(@prefix)) = @prefix ORDER BY name LIMIT @limit",
                    ("@prefix", prefix),
                    ("@limit", MaxClaims));
                using var rows = command.ExecuteReader();
                var claims = new Dictionary<string, string>(StringComparer.Ordinal);
                while (rows.Read())
                {
                    claims.Add(rows.GetString(0), rows.GetString(1));
                }

                return claims;
            },
            cancellationToken);

    private static AppendResult Append(SqliteConnection connection, Append append)
    {
        var (version, hash) = Head(connection, append.Stream);
        if (version != append.ExpectedVersion)
        {
            return new AppendResult.VersionConflict(version);
        }

        // Whatever can turn the append down comes before the first write: what follows is committed.
        if (append.Acquire is { } wanted && Holder(connection, wanted) is { } holder && holder != append.Stream)
        {
            return new AppendResult.ClaimTaken(wanted, holder);
        }

        if (append.Release is { } released)
        {
            connection.Execute("DELETE FROM claims WHERE name = @name AND stream = @stream", ("@name", released), ("@stream", append.Stream));
        }

        if (append.Acquire is { } acquired)
        {
            connection.Execute("INSERT OR IGNORE INTO claims (name, stream) VALUES (@name, @stream)", ("@name", acquired), ("@stream", append.Stream));
        }

        var position = LastPosition(connection);
        var appended = new List<StoredEvent>(append.Events.Count);
        foreach (var created in append.Events)
        {
            var stored = new StoredEvent(
                ++position, append.Stream, ++version, created.Type, created.At.ToUniversalTime(), created.Actor, created.Payload, hash, Hash: "");
            stored = stored with { Hash = EventHash.Of(stored) };
            Insert(connection, stored);
            appended.Add(stored);
            hash = stored.Hash;
        }

        return new AppendResult.Appended(appended);
    }

    private static (int Version, string Hash) Head(SqliteConnection connection, string stream)
    {
        using var command = connection.Command("SELECT version, hash FROM events WHERE stream = @stream ORDER BY version DESC LIMIT 1", ("@stream", stream));
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetInt32(0), rows.GetString(1)) : (0, EventHash.Genesis);
    }

    private static string? Holder(SqliteConnection connection, string claim) =>
        (string?)connection.Scalar("SELECT stream FROM claims WHERE name = @name", ("@name", claim));

    // The hash covers the position, so it is chosen here; under the write lock nobody else can choose the same.
    private static long LastPosition(SqliteConnection connection) => Convert.ToInt64(
        connection.Scalar("SELECT MAX(COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0), COALESCE((SELECT MAX(position) FROM events), 0))"),
        CultureInfo.InvariantCulture);

    private static void Insert(SqliteConnection connection, StoredEvent stored) => connection.Execute(
        $"INSERT INTO events ({EventRow.Columns}) VALUES (@position, @stream, @version, @type, @at, @actor, @payload, @previousHash, @hash)",
        ("@position", stored.Position),
        ("@stream", stored.Stream),
        ("@version", stored.Version),
        ("@type", stored.Type),
        ("@at", EventHash.FormatTime(stored.At)),
        ("@actor", stored.Actor),
        ("@payload", stored.Payload),
        ("@previousHash", stored.PreviousHash),
        ("@hash", stored.Hash));

    private static void Validate(Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        ArgumentOutOfRangeException.ThrowIfNegative(append.ExpectedVersion);
        ThrowIfUnfit(append.Stream, nameof(append.Stream));
        if (append.Events.Count == 0)
        {
            throw new ArgumentException($"An append to stream \"{append.Stream}\" needs at least one event.", nameof(append));
        }

        foreach (var created in append.Events)
        {
            ThrowIfUnfit(created.Type, nameof(created.Type));
            ThrowIfUnfit(created.Actor, nameof(created.Actor));
            ThrowIfUnfit(created.Payload, nameof(created.Payload));
        }
    }

    // SQLite ends a text at its first NUL when it reads it back, so such an event would never match its hash again.
    private static void ThrowIfUnfit(string text, string member)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, member);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("An event's text must not contain the character U+0000.", member);
        }
    }

    private static void ThrowIfOutside(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
    }
}
