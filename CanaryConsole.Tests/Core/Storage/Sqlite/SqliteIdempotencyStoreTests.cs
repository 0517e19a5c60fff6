using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;

namespace CanaryConsole.Tests.Core.Storage.Sqlite;

public sealed class SqliteIdempotencyStoreTests : IDisposable
{
    private static readonly StoredAnswer First = new("digest", 201, "application/json", """{"id":"größe"}""");

    private readonly TemporaryStore _store = new();
    private readonly ManualTimeProvider _time = new();
    private readonly SqliteIdempotencyStore _answers;

    public SqliteIdempotencyStoreTests() => _answers = new(_store.Database, _time);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Keep_SecondAnswerForAKey_GivesTheFirst()
    {
        Assert.Equal(First, await _answers.KeepAsync("k", First, CancellationToken.None));
        Assert.Equal(First, await _answers.KeepAsync("k", First with { RequestDigest = "other", StatusCode = 500 }, CancellationToken.None));

        Assert.Equal(First, await _answers.FindAsync("k", CancellationToken.None));
        Assert.Null(await _answers.FindAsync("K", CancellationToken.None));
    }

    [Fact]
    public async Task Keep_ManyAtOnce_AllGetTheSame()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
            _answers.KeepAsync("k", First with { StatusCode = 200 + number }, CancellationToken.None)));

        Assert.Single(kept.Distinct());
    }

    [Fact]
    public async Task Find_After24Hours_IsGone()
    {
        await _answers.KeepAsync("k", First, CancellationToken.None);

        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(First, await _answers.FindAsync("k", CancellationToken.None));

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await _answers.FindAsync("k", CancellationToken.None));
        var second = First with { StatusCode = 409 };
        Assert.Equal(second, await _answers.KeepAsync("k", second, CancellationToken.None));
        Assert.Equal(1L, await CountAsync());
    }

    [Fact]
    public async Task Keep_MoreThanTheMost_DropsTheOldest()
    {
        await _store.Database.OpenAsync(CancellationToken.None);
        var at = EventHash.FormatTime(_time.GetUtcNow());
        _store.Tamper(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @max)
            INSERT INTO answers (key, request_digest, status_code, content_type, body, at) SELECT 'k' || i, '', 200, '', '', @at FROM n
            """,
            ("@max", SqliteIdempotencyStore.MaxAnswers),
            ("@at", at));

        await _answers.KeepAsync("one more", First, CancellationToken.None);

        Assert.Equal(SqliteIdempotencyStore.MaxAnswers, await CountAsync());
        Assert.Null(await _answers.FindAsync("k1", CancellationToken.None));
        Assert.NotNull(await _answers.FindAsync("k2", CancellationToken.None));
        Assert.Equal(First, await _answers.FindAsync("one more", CancellationToken.None));
    }

    private Task<long> CountAsync() =>
        _store.Database.ReadAsync("Counting", connection => (long)connection.Scalar("SELECT COUNT(*) FROM answers")!, CancellationToken.None);
}
