using CanaryConsole.Core.Storage.Sqlite;

namespace CanaryConsole.Tests.Core.Storage.Sqlite;

public sealed class SqliteCursorStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Read_NeverSaved_IsZero() => Assert.Equal(0, await new SqliteCursorStore(_store.Database).ReadAsync("notifications", CancellationToken.None));

    [Fact]
    public async Task Save_TwoReaders_EachKeepsItsOwnAcrossAReopen()
    {
        var cursors = new SqliteCursorStore(_store.Database);
        await cursors.SaveAsync("notifications", 7, CancellationToken.None);
        await cursors.SaveAsync("notifications", 12, CancellationToken.None);
        await cursors.SaveAsync("other", 3, CancellationToken.None);
        _store.Close();

        var reopened = new SqliteCursorStore(_store.Open(_store.Path));

        Assert.Equal(12, await reopened.ReadAsync("notifications", CancellationToken.None));
        Assert.Equal(3, await reopened.ReadAsync("other", CancellationToken.None));
    }
}
