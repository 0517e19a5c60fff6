using Microsoft.Data.Sqlite;

namespace CanaryConsole.Core.Storage.Sqlite;

/// <summary>Answers by idempotency key, for 24 hours, the newest 10,000.</summary>
internal sealed class SqliteIdempotencyStore(SqliteDatabase database, TimeProvider time) : IIdempotencyStore
{
    public const int MaxAnswers = 10_000;

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public Task<StoredAnswer?> FindAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync("Looking up an idempotency key", connection => Find(connection, key), cancellationToken);

    public Task<StoredAnswer> KeepAsync(string key, StoredAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(answer);
        return database.WriteAsync("Keeping the answer to an idempotency key", connection => Keep(connection, key, answer), cancellationToken);
    }

    private StoredAnswer? Find(SqliteConnection connection, string key)
    {
        using var command = connection.Command(
            "SELECT request_digest, status_code, content_type, body FROM answers WHERE key = @key AND at > @oldest",
            ("@key", key),
            ("@oldest", Oldest()));
        using var rows = command.ExecuteReader();
        return rows.Read() ? new(rows.GetString(0), rows.GetInt32(1), rows.GetString(2), rows.GetString(3)) : null;
    }

    private StoredAnswer Keep(SqliteConnection connection, string key, StoredAnswer answer)
    {
        connection.Execute("DELETE FROM answers WHERE at <= @oldest", ("@oldest", Oldest()));
        if (Find(connection, key) is { } first)
        {
            return first;
        }

        connection.Execute(
            "INSERT INTO answers (key, request_digest, status_code, content_type, body, at) VALUES (@key, @digest, @status, @contentType, @body, @at)",
            ("@key", key),
            ("@digest", answer.RequestDigest),
            ("@status", answer.StatusCode),
            ("@contentType", answer.ContentType),
            ("@body", answer.Body),
            ("@at", EventHash.FormatTime(time.GetUtcNow())));
        connection.Execute(
            "DELETE FROM answers WHERE id IN (SELECT id FROM answers ORDER BY at, id LIMIT MAX(0, (SELECT COUNT(*) FROM answers) - @max))",
            ("@max", MaxAnswers));
        return answer;
    }

    private string Oldest() => EventHash.FormatTime(time.GetUtcNow() - Lifetime);
}
