using System.Net;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Web;

public sealed class IdempotencyTests : IClassFixture<ConsoleFixture>
{
    private const string Start = """{"endpoint":"media-ranker","modelName":"media-ranker-v8"}""";

    private readonly ConsoleFactory _console;

    public IdempotencyTests(ConsoleFixture fixture)
    {
        _console = fixture.Fresh();
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(RolloutSamples.In(RolloutPhase.Planned));
    }

    [Fact]
    public async Task Write_RepeatedWithItsKey_GetsTheFirstAnswerAgainAndRunsOnce()
    {
        var client = _console.CreateClient();

        var first = await client.PostJsonTextAsync("/api/rollouts", Start, "key-1");
        var second = await client.PostJsonTextAsync("/api/rollouts", Start, "key-1");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.Single(_console.Rollouts.Commands);
    }

    [Fact]
    public async Task Write_KeyUsedForAnotherRequest_IsRefused()
    {
        var client = _console.CreateClient();
        await client.PostJsonTextAsync("/api/rollouts", Start, "key-1");

        var other = await client.PostJsonTextAsync("/api/rollouts", Start.Replace("v8", "v9", StringComparison.Ordinal), "key-1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("Idempotency-Key", (await other.ReadJsonAsync()).Text("field"));
        Assert.Single(_console.Rollouts.Commands);
    }

    [Fact]
    public async Task Write_TwoAtOnceUnderOneKey_RunOnce()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _console.Rollouts.Gate = gate.Task;
        var client = _console.CreateClient();

        var first = client.PostJsonTextAsync("/api/rollouts", Start, "key-1");
        var second = client.PostJsonTextAsync("/api/rollouts", Start, "key-1");
        gate.SetResult();
        var answers = await Task.WhenAll(first, second);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers, answer => answer.Headers.Contains("Idempotency-Replayed"));
        Assert.Single(_console.Rollouts.Commands);
    }

    [Fact]
    public async Task Write_RefusedWithAKey_GetsTheRefusalAgain()
    {
        _console.Rollouts.Answer = _ => new CommandResult.Refused(RefusalKind.Conflict, "endpoint", "held");
        var client = _console.CreateClient();
        await client.PostJsonTextAsync("/api/rollouts", Start, "key-1");
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(RolloutSamples.In(RolloutPhase.Planned));

        var again = await client.PostJsonTextAsync("/api/rollouts", Start, "key-1");

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("application/problem+json", again.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Write_ConsoleWasUnavailable_RunsAgain()
    {
        _console.Rollouts.Answer = _ => new CommandResult.Refused(RefusalKind.Unavailable, null, "locked");
        var client = _console.CreateClient();
        await client.PostJsonTextAsync("/api/rollouts", Start, "key-1");
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(RolloutSamples.In(RolloutPhase.Planned));

        var again = await client.PostJsonTextAsync("/api/rollouts", Start, "key-1");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(2, _console.Rollouts.Commands.Count);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("x", 129)]
    public async Task Write_KeyIsNotAKey_IsRefused(string key, int times = 1)
    {
        var answer = await _console.CreateClient().PostJsonTextAsync("/api/rollouts", Start, string.Concat(Enumerable.Repeat(key, times)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Idempotency-Key must be 1 to 128 visible ASCII characters.", (await answer.ReadJsonAsync()).Text("detail"));
        Assert.Empty(_console.Rollouts.Commands);
    }
}
