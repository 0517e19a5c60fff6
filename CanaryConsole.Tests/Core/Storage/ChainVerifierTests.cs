using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Core.Storage;

public sealed class ChainVerifierTests
{
    private readonly List<StoredEvent> _log = [];

    public ChainVerifierTests()
    {
        Add("a", 1);
        Add("b", 1);
        Add("a", 2);
        Add("a", 3);
        Add("b", 2);
    }

    [Fact]
    public async Task Verify_UntouchedLog_CountsStreamsAndEvents()
    {
        var verification = await VerifyAsync();

        Assert.Empty(verification.Breaks);
        Assert.Equal((2, 5L), (verification.Streams, verification.Events));
    }

    [Fact]
    public async Task Verify_VersionMissingInTheMiddle_NamesItsNeighbours()
    {
        _log.RemoveAt(2);

        Assert.Equal(
            ["Stream \"a\", version 3: it follows version 1.", "Stream \"a\", version 3: its previous hash is not the hash of version 1."],
            (await VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Verify_FirstVersionMissing_SaysSo()
    {
        _log.RemoveAt(1);

        Assert.Equal(
            ["Stream \"b\", version 2: the stream must start with version 1.", "Stream \"b\", version 2: its previous hash is not the 64 zeros of a first event."],
            (await VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Verify_ContentChanged_NamesTheEventOnce()
    {
        _log[2] = _log[2] with { Actor = "mallory" };

        Assert.Equal(["Stream \"a\", version 2: its content does not match its hash."], (await VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Verify_ContentChangedAndHashedAnew_BreaksAtTheNextEvent()
    {
        var forged = _log[2] with { Actor = "mallory" };
        _log[2] = forged with { Hash = EventHash.Of(forged) };

        Assert.Equal(["Stream \"a\", version 3: its previous hash is not the hash of version 2."], (await VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Verify_MoreBreaksThanAnyoneReads_GivesTheFirstHundred()
    {
        for (var version = 1; version <= 150; version++)
        {
            Add("c", version);
            _log[^1] = _log[^1] with { Payload = "[]" };
        }

        var verification = await VerifyAsync();

        Assert.Equal(100, verification.Breaks.Count);
        Assert.Equal(155, verification.Events);
    }

    private void Add(string stream, int version)
    {
        var previous = _log.LastOrDefault(stored => stored.Stream == stream)?.Hash ?? EventHash.Genesis;
        var stored = new StoredEvent(_log.Count * 2 + 1, stream, version, "stepHeld", DateTimeOffset.UnixEpoch, "ann", "{}", previous, "");
        _log.Add(stored with { Hash = EventHash.Of(stored) });
    }

    private Task<ChainVerification> VerifyAsync() => new ChainVerifier(new Log(_log)).VerifyAsync(CancellationToken.None);

    /// <summary>Hands out two events at a time, so that pages matter.</summary>
    private sealed class Log(IReadOnlyList<StoredEvent> events) : IEventStore
    {
        public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<StoredEvent>>([.. events.Where(stored => stored.Position > afterPosition).Take(2)]);

        public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
