using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;

namespace CanaryConsole.Tests.Core.Storage.Sqlite;

public sealed class SqliteEventStoreTests : IDisposable
{
    private const string Claim = "rollout-on/media-ranker";

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Append_NewStream_ReturnsWhatIsReadBack()
    {
        var result = Assert.IsType<AppendResult.Appended>(await _store.AppendAsync("rollout/a", 0, "one", "größe \U0001F600"));

        Assert.Equal([1, 2], result.Events.Select(stored => stored.Version));
        Assert.Equal([EventHash.Genesis, result.Events[0].Hash], result.Events.Select(stored => stored.PreviousHash));
        Assert.All(result.Events, stored => Assert.Equal(EventHash.Of(stored), stored.Hash));
        Assert.All(result.Events, stored => Assert.Equal(TimeSpan.Zero, stored.At.Offset));
        Assert.Equal(result.Events, await _store.Events.ReadAsync("rollout/a", 0, CancellationToken.None));
        Assert.Equal(result.Events, await _store.Events.ReadAllAsync(0, 1000, CancellationToken.None));
    }

    [Fact]
    public async Task Append_ExpectedVersionIsOld_SaysTheActualOneAndChangesNothing()
    {
        await _store.AppendAsync("rollout/a", 0, "one", "two");

        var result = await _store.Events.AppendAsync(
            new("rollout/a", 1, [TemporaryStore.Event("late")], Acquire: Claim), CancellationToken.None);

        Assert.Equal(new AppendResult.VersionConflict(2), result);
        Assert.Equal(2, (await _store.Events.ReadAsync("rollout/a", 0, CancellationToken.None)).Count);
        Assert.Empty(await _store.Events.ListClaimsAsync("", CancellationToken.None));
    }

    [Fact]
    public async Task Append_ExpectedVersionIsAhead_IsAConflict() =>
        Assert.Equal(new AppendResult.VersionConflict(0), await _store.AppendAsync("rollout/a", 1, "one"));

    [Fact]
    public async Task Append_ManyOnOneStream_ExactlyOneWinsEachVersion()
    {
        using var otherProcess = _store.Open(_store.Path);
        SqliteEventStore[] doors = [_store.Events, new(otherProcess)];
        const int Writers = 8;
        const int Versions = 10;

        var wins = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var won = new List<int>();
            for (var expected = 0; expected < Versions; expected++)
            {
                var append = new Append("rollout/a", expected, [TemporaryStore.Event($"{writer}")]);
                if (await doors[writer % doors.Length].AppendAsync(append, CancellationToken.None) is AppendResult.Appended appended)
                {
                    won.Add(appended.Events[0].Version);
                }
            }

            return won;
        })));

        Assert.Equal(Enumerable.Range(1, Versions), wins.SelectMany(won => won).Order());
        Assert.Equal(new ChainVerification(1, Versions, []), await VerifyAsync());
    }

    [Fact]
    public async Task Append_ManyOnTheirOwnStreams_AllWin()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => _store.AppendAsync($"rollout/{number}", 0, "one", "two")));

        Assert.All(results, result => Assert.IsType<AppendResult.Appended>(result));
        Assert.Equal(Enumerable.Range(1, 60).Select(number => (long)number), (await _store.Events.ReadAllAsync(0, 1000, CancellationToken.None)).Select(stored => stored.Position));
        Assert.Equal(new ChainVerification(30, 60, []), await VerifyAsync());
    }

    [Fact]
    public async Task Append_ClaimHeldByAnother_SaysTheHolderAndChangesNothing()
    {
        await _store.Events.AppendAsync(new("rollout/a", 0, [TemporaryStore.Event("one")], Acquire: Claim), CancellationToken.None);

        var result = await _store.Events.AppendAsync(new("rollout/b", 0, [TemporaryStore.Event("one")], Acquire: Claim, Release: "other"), CancellationToken.None);

        Assert.Equal(new AppendResult.ClaimTaken(Claim, "rollout/a"), result);
        Assert.Empty(await _store.Events.ReadAsync("rollout/b", 0, CancellationToken.None));
        Assert.Equal(new Dictionary<string, string> { [Claim] = "rollout/a" }, await _store.Events.ListClaimsAsync("rollout-on/", CancellationToken.None));
    }

    [Fact]
    public async Task Append_ManyWantOneClaim_ExactlyOneGetsIt()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
            _store.Events.AppendAsync(new($"rollout/{number}", 0, [TemporaryStore.Event("one")], Acquire: Claim), CancellationToken.None)));

        var winner = Assert.Single(results.OfType<AppendResult.Appended>()).Events[0].Stream;
        Assert.All(results.Where(result => result is not AppendResult.Appended), result => Assert.Equal(new AppendResult.ClaimTaken(Claim, winner), result));
    }

    [Fact]
    public async Task Append_ReleaseByTheHolder_FreesTheClaim()
    {
        await _store.Events.AppendAsync(new("rollout/a", 0, [TemporaryStore.Event("one")], Acquire: Claim), CancellationToken.None);
        var again = await _store.Events.AppendAsync(new("rollout/a", 1, [TemporaryStore.Event("two")], Acquire: Claim), CancellationToken.None);

        await _store.Events.AppendAsync(new("rollout/a", 2, [TemporaryStore.Event("three")], Release: Claim), CancellationToken.None);

        Assert.IsType<AppendResult.Appended>(again);
        Assert.Empty(await _store.Events.ListClaimsAsync("", CancellationToken.None));
        Assert.IsType<AppendResult.Appended>(
            await _store.Events.AppendAsync(new("rollout/b", 0, [TemporaryStore.Event("one")], Acquire: Claim), CancellationToken.None));
    }

    [Fact]
    public async Task Append_ReleaseOfAnothersClaim_LeavesIt()
    {
        await _store.Events.AppendAsync(new("rollout/a", 0, [TemporaryStore.Event("one")], Acquire: Claim), CancellationToken.None);

        await _store.Events.AppendAsync(new("rollout/b", 0, [TemporaryStore.Event("one")], Release: Claim), CancellationToken.None);

        Assert.Equal("rollout/a", (await _store.Events.ListClaimsAsync("", CancellationToken.None))[Claim]);
    }

    [Theory]
    [InlineData("", "stepStarted", "ann", "{}")]
    [InlineData("rollout/a", "", "ann", "{}")]
    [InlineData("rollout/a", "stepStarted", "", "{}")]
    [InlineData("rollout/a", "stepStarted", "ann", "")]
    [InlineData("rollout/a", "stepStarted", "ann\0", "{}")]
    [InlineData("rollout/a", "stepStarted", "half a pair", "{}")]
    public async Task Append_TextThatCannotBeKept_ThrowsAndChangesNothing(string stream, string type, string actor, string payload)
    {
        // An attribute cannot hold what is not Unicode.
        var written = actor == "half a pair" ? "\ud800" : actor;
        var append = new Append(stream, 0, [TemporaryStore.Event("first"), new(type, DateTimeOffset.UnixEpoch, written, payload)], Acquire: Claim);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => _store.Events.AppendAsync(append, CancellationToken.None));

        Assert.Empty(await _store.Events.ReadAllAsync(0, 10, CancellationToken.None));
        Assert.Empty(await _store.Events.ListClaimsAsync("", CancellationToken.None));
        Assert.IsType<AppendResult.Appended>(await _store.AppendAsync("rollout/a", 0, "after"));
    }

    [Fact]
    public async Task Append_NoEvents_Throws() => await Assert.ThrowsAsync<ArgumentException>(() => _store.AppendAsync("rollout/a", 0));

    [Fact]
    public async Task Append_CancelledBefore_ChangesNothing()
    {
        var append = new Append("rollout/a", 0, [TemporaryStore.Event("one")]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.Events.AppendAsync(append, new CancellationToken(canceled: true)));

        Assert.Empty(await _store.Events.ReadAsync("rollout/a", 0, CancellationToken.None));
    }

    [Fact]
    public async Task Read_AfterAVersion_GivesTheRest()
    {
        await _store.AppendAsync("rollout/a", 0, "one", "two", "three");
        await _store.AppendAsync("rollout/b", 0, "other");

        Assert.Equal([2, 3], (await _store.Events.ReadAsync("rollout/a", 1, CancellationToken.None)).Select(stored => stored.Version));
        Assert.Empty(await _store.Events.ReadAsync("rollout/a", 3, CancellationToken.None));
        Assert.Empty(await _store.Events.ReadAsync("ROLLOUT/A", 0, CancellationToken.None));
    }

    [Fact]
    public async Task ReadAll_InPages_GivesEveryEventOnce()
    {
        await _store.AppendAsync("rollout/a", 0, "1", "2");
        await _store.AppendAsync("rollout/b", 0, "3");
        await _store.AppendAsync("rollout/a", 2, "4", "5");

        var pages = new List<long[]>();
        while (await _store.Events.ReadAllAsync(pages.LastOrDefault()?[^1] ?? 0, 2, CancellationToken.None) is { Count: > 0 } page)
        {
            pages.Add([.. page.Select(stored => stored.Position)]);
        }

        Assert.Equal([[1, 2], [3, 4], [5]], pages);
    }

    [Fact]
    public async Task ListStreams_ByPrefix_MostRecentlyStartedFirst()
    {
        foreach (var stream in (string[])["rollout/a", "weights/x", "rollout/b", "rollout/%", "rollou"])
        {
            await _store.AppendAsync(stream, 0, "one");
        }

        await _store.AppendAsync("rollout/a", 1, "two");

        Assert.Equal(["rollout/%", "rollout/b", "rollout/a"], await _store.Events.ListStreamsAsync("rollout/", 10, CancellationToken.None));
        Assert.Equal(["rollout/%"], await _store.Events.ListStreamsAsync("rollout/%", 10, CancellationToken.None));
        Assert.Equal(["rollou", "rollout/%"], await _store.Events.ListStreamsAsync("", 2, CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task ListStreams_LimitOutsideItsBounds_Throws(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _store.Events.ListStreamsAsync("", limit, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _store.Events.ReadAllAsync(0, limit, CancellationToken.None));
    }

    [Fact]
    public async Task Read_DamagedRow_SaysWhere()
    {
        await _store.AppendAsync("rollout/a", 0, "one");
        _store.Tamper("UPDATE events SET at = 'yesterday'");

        var failure = await Assert.ThrowsAsync<StoreException>(() => _store.Events.ReadAsync("rollout/a", 0, CancellationToken.None));

        Assert.StartsWith("The event at position 1 is damaged", failure.Message, StringComparison.Ordinal);
        Assert.Contains(_store.Path, failure.Message, StringComparison.Ordinal);
    }

    private async Task<ChainVerification> VerifyAsync()
    {
        var verification = await _store.Verifier.VerifyAsync(CancellationToken.None);
        Assert.Empty(verification.Breaks);
        return verification with { Breaks = [] };
    }
}
