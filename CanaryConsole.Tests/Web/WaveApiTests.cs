using System.Net;
using System.Text;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Tests.Web;

public sealed class WaveApiTests : IDisposable
{
    private const string Wave = """
        name: ranker v8
        plan:
          modelName: media-ranker-v8
          strategy: allAtOnce
        stages:
          - name: development
            endpoints: [dev]
            gate: true
          - endpoints: [prod]
            waitMinutes: 10
        """;

    private readonly StoredConsole _console = new();

    public WaveApiTests()
    {
        _console.Cloud.Listed.Add(new EndpointListing("dev", EndpointStatus.InService, _console.Clock.GetUtcNow()));
        _console.Cloud.Listed.Add(new EndpointListing("prod", EndpointStatus.InService, _console.Clock.GetUtcNow()));
    }

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Wave_Started_IsThereWithItsStagesPlanAndEvents()
    {
        var started = await SendAsync(Wave);
        var wave = await (await _console.Client.GetAsync(started.Headers.Location)).ReadJsonAsync();
        var listed = await (await _console.Client.GetAsync("/api/waves?limit=5")).ReadJsonAsync();

        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        Assert.Equal(("ranker v8", "waiting", "api", "0"), (wave.Text("name"), wave.Text("phase"), wave.Text("startedBy"), wave.Text("stage")));
        Assert.Equal(["development", "2"], wave.GetProperty("stages").EnumerateArray().Select(stage => stage.Text("name")));
        Assert.Equal(("ahead", "10"), (wave.GetProperty("stages")[1].GetProperty("endpoints")[0].Text("status"), wave.GetProperty("stages")[1].Text("waitMinutes")));
        Assert.Equal(("media-ranker-v8", null), (wave.GetProperty("plan").Text("modelName"), wave.GetProperty("plan").Text("endpoint")));
        Assert.Equal("Planned ranker v8: 2 endpoints in 2 stages.", wave.GetProperty("events")[0].Text("sentence"));
        Assert.Equal(wave.Text("id"), Assert.Single(listed.GetProperty("waves").EnumerateArray()).Text("id"));
    }

    [Fact]
    public async Task Wave_Commands_AreTakenOrRefusedWithTheReason()
    {
        var location = (await SendAsync(Wave)).Headers.Location!.ToString();

        var approve = await _console.Client.PostJsonTextAsync($"{location}/approve", "");
        var resume = await _console.Client.PostJsonTextAsync($"{location}/resume", """{"leaveOut":true}""");
        var speechless = await _console.Client.PostJsonTextAsync($"{location}/stop", """{"reason":" "}""");
        var stop = await _console.Client.PostJsonTextAsync($"{location}/stop", """{"reason":"enough"}""");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity), (approve.StatusCode, resume.StatusCode, speechless.StatusCode));
        Assert.EndsWith("cannot be approved while Waiting: no stage waits for approval.", (await approve.ReadJsonAsync()).Text("detail"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "stopped"), (stop.StatusCode, (await stop.ReadJsonAsync()).Text("phase")));
    }

    [Theory]
    [InlineData("name: n\nstages:\n  - endpoints: [dev]", HttpStatusCode.UnprocessableEntity, "plan", null)]
    [InlineData("name: n\nplan: {}\nstages:\n  - gate: true", HttpStatusCode.BadRequest, "stages[0].endpoints", "4")]
    [InlineData("name: n\nplan: {}\nstages:\n  - endpoints: [dev, nope]", HttpStatusCode.NotFound, "stages[0].endpoints[1]", "4")]
    [InlineData("name: n\nplan:\n  soakMinutes: x\nstages:\n  - endpoints: [dev]", HttpStatusCode.BadRequest, "plan.soakMinutes", "3")]
    [InlineData("name: n\nplan:\n  soakMinutes: -1\nstages:\n  - endpoints: [dev]", HttpStatusCode.UnprocessableEntity, "plan.soakMinutes", "3")]
    public async Task Wave_SomethingWrong_AnswerNamesFieldAndLine(string yaml, HttpStatusCode status, string field, string? line)
    {
        var answer = await SendAsync(yaml);

        var problem = await answer.ReadJsonAsync();
        Assert.Equal((status, field, line), (answer.StatusCode, problem.Text("field"), problem.Text("line")));
    }

    [Fact]
    public async Task Wave_OfNoSuchName_IsNotFound()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _console.Client.GetAsync("/api/waves/nope")).StatusCode);
        Assert.Equal("id", (await (await _console.Client.PostJsonTextAsync("/api/waves/nope/approve", "")).ReadJsonAsync()).Text("field"));
    }

    private Task<HttpResponseMessage> SendAsync(string yaml)
    {
        var content = new StringContent(yaml, Encoding.UTF8, "application/yaml");
        return _console.Client.PostAsync("/api/waves", content);
    }
}
