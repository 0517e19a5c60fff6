using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Tests.Web;

namespace CanaryConsole.Tests.Core.Rollouts;

public class StoryReaderTests
{
    private readonly FakeRolloutService _rollouts = new();
    private readonly FakeEventStore _store = new();

    [Fact]
    public async Task ReadAsync_NoSuchRollout_IsNull() => Assert.Null(await ReadAsync());

    [Fact]
    public async Task ReadAsync_Stored_CarriesSentenceAndHash()
    {
        Put(2);

        var story = (await ReadAsync())!;

        Assert.Equal([1, 2], story.Entries.Select(entry => entry.Recorded.Version));
        Assert.Equal(("rolloutPaused", "Paused: reason 1."), (story.Entries[1].Kind, story.Entries[1].Sentence));
        Assert.Equal(story.Entries[0].Stored!.Hash, story.Entries[1].Stored!.PreviousHash);
        Assert.Empty(story.Broken);
        Assert.Null(story.Problem);
    }

    [Fact]
    public async Task ReadAsync_NotYetStored_HasTheEventWithoutAHash()
    {
        Put(2, stored: 1);

        var story = (await ReadAsync())!;

        Assert.Null(story.Entries[1].Stored);
        Assert.Contains("reason 1", story.Entries[1].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_StoreDown_KeepsWhatIsInMemoryAndSaysWhy()
    {
        Put(2);
        _store.Failure = new StoreException("The event store is locked.");

        var story = (await ReadAsync())!;

        Assert.Equal(2, story.Entries.Count);
        Assert.Equal("The event store is locked.", story.Problem);
    }

    [Fact]
    public async Task ReadAsync_OneByteChanged_SaysWhere()
    {
        Put(2);
        _store.Events[1] = _store.Events[1] with { Actor = "somebody else" };

        var broken = Assert.Single((await ReadAsync())!.Broken);

        Assert.Contains("version 2: its content does not match its hash", broken, StringComparison.Ordinal);
    }

    private Task<RolloutStory?> ReadAsync() => new StoryReader(_rollouts, _store).ReadAsync(RolloutSamples.Id, CancellationToken.None);

    private void Put(int events, int? stored = null)
    {
        var state = RolloutSamples.In(RolloutPhase.Paused);
        List<RecordedRolloutEvent> recorded = [.. Enumerable.Range(0, events).Select(index =>
            new RecordedRolloutEvent(index + 1, RolloutSamples.Start.AddMinutes(index), "ada", new RolloutEvent.RolloutPaused($"reason {index}")))];
        _rollouts.Put(state, recorded);
        _store.Append(RolloutLedger.StreamOf(state.Id), [.. recorded.Take(stored ?? events)]);
    }
}
