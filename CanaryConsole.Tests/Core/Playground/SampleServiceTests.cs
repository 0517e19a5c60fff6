using CanaryConsole.Core.Playground;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Playground;

public class SampleServiceTests
{
    private static readonly SampleEvent.SampleSaved Saved = new("application/json", null, "trace=1", """{"instances":[1]}""");

    private readonly InMemoryEventStore _store = new();
    private readonly SampleService _samples;

    public SampleServiceTests() => _samples = new SampleService(new SampleLog(_store, new ManualTimeProvider(RolloutSamples.Start)));

    [Fact]
    public async Task Save_Found_IsAsItWasAndOfItsEndpointOnly()
    {
        Assert.IsType<SampleResult.Accepted>(await _samples.SaveAsync("media-ranker", "one", Saved, "anna", default));

        Assert.Equal(
            new Sample("media-ranker", "one", "application/json", null, "trace=1", Saved.Payload, RolloutSamples.Start, "anna"),
            await _samples.FindAsync("media-ranker", "one", default));
        Assert.Empty(await _samples.ListAsync("media", default));
    }

    [Fact]
    public async Task Delete_LeavesNoneAndTheNameCanBeTakenAgain()
    {
        await _samples.SaveAsync("media-ranker", "one", Saved, "anna", default);

        Assert.IsType<SampleResult.Accepted>(await _samples.DeleteAsync("media-ranker", "one", "anna", default));
        Assert.Empty(await _samples.ListAsync("media-ranker", default));
        Assert.Equal(RefusalKind.NotFound, Assert.IsType<SampleResult.Refused>(await _samples.DeleteAsync("media-ranker", "one", "anna", default)).Kind);
        Assert.IsType<SampleResult.Accepted>(await _samples.SaveAsync("media-ranker", "one", Saved, "anna", default));
        Assert.Single(await _samples.ListAsync("media-ranker", default));
    }

    [Theory]
    [InlineData("Two words", "name is \"Two words\"")]
    [InlineData("a/b", "name is \"a/b\"")]
    public async Task Save_NameThatIsNone_IsRefused(string name, string said) =>
        Assert.Contains(said, Assert.IsType<SampleResult.Refused>(await _samples.SaveAsync("e", name, Saved, "anna", default)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Save_PayloadTooLarge_IsRefused() => Assert.Contains(
        "payload has 65,537 bytes",
        Assert.IsType<SampleResult.Refused>(await _samples.SaveAsync("e", "one", Saved with { Payload = new string('x', 65_537) }, "anna", default)).Reason,
        StringComparison.Ordinal);

    [Fact]
    public async Task Save_MoreThanAnEndpointMayHave_IsRefused()
    {
        for (var index = 0; index < SampleService.MostSamples; index++)
        {
            await _samples.SaveAsync("e", $"s{index}", Saved, "anna", default);
        }

        Assert.Contains("delete one first", Assert.IsType<SampleResult.Refused>(await _samples.SaveAsync("e", "one-more", Saved, "anna", default)).Reason, StringComparison.Ordinal);
        Assert.IsType<SampleResult.Accepted>(await _samples.SaveAsync("e", "s1", Saved, "anna", default));
    }

    [Fact]
    public async Task Save_HeaderWithALineBreak_IsRefused() => Assert.Contains(
        "no line breaks",
        Assert.IsType<SampleResult.Refused>(await _samples.SaveAsync("e", "one", Saved with { CustomAttributes = "a\r\nX-Evil: 1" }, "anna", default)).Reason,
        StringComparison.Ordinal);
}
