using System.Net;

namespace CanaryConsole.Tests.Web;

public sealed class CallerTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private readonly ConsoleFactory _console = fixture.Fresh();

    [Theory]
    [InlineData(null, "api")]
    [InlineData(" Ann ", "Ann")]
    [InlineData("ci@example.com", "ci@example.com")]
    public async Task Command_WithAName_IsDoneUnderIt(string? name, string actor)
    {
        await SendAsync("/api/rollouts/x/approve", name);
        await SendAsync("/api/rollback", name, """{"deployment_id":"x","reason":"why"}""");

        Assert.Equal([$"approve  by {actor}", $"rollback why by {actor}"], _console.Rollouts.Commands);
    }

    [Theory]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789", "X-Actor has 70 characters; at most 64 are possible.")]
    [InlineData("monitor", "X-Actor is \"monitor\", the name of the console's own work; choose another.")]
    public async Task Command_WithANameThatCannotStandInTheLog_IsRefusedBeforeAnythingIsDone(string name, string problem)
    {
        var answer = await SendAsync("/api/rollouts/x/approve", name);

        Assert.Equal((HttpStatusCode.BadRequest, problem), (answer.StatusCode, (await answer.ReadJsonAsync()).Text("detail")));
        Assert.Empty(_console.Rollouts.Commands);
    }

    private Task<HttpResponseMessage> SendAsync(string address, string? name, string json = "{}")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        if (name is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Actor", name);
        }

        return _console.CreateClient().SendAsync(request);
    }
}
