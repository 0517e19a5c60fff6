using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Web;

public sealed class PlanTests : IClassFixture<ConsoleFixture>
{
    private static readonly RolloutRequest Request = new()
    {
        Endpoint = "media-ranker",
        ModelName = "media-ranker-v8",
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.05, 10, Gate: true)],
    };

    private readonly ConsoleFactory _console;

    public PlanTests(ConsoleFixture fixture) => _console = fixture.Fresh();

    [Theory]
    [InlineData("application/yaml")]
    [InlineData("text/yaml; charset=utf-8")]
    public async Task Start_ByAYamlFile_AsksForWhatTheFileSays(string kind)
    {
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(RolloutSamples.In(RolloutPhase.Planned));

        var answer = await SendAsync("/api/rollouts", "# tonight\nendpoint: media-ranker\nmodelName: media-ranker-v8\nstrategy: customSteps\nsteps:\n  - share: 0.05\n    bakeMinutes: 10\n    gate: true\n", kind);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equivalent(Request, Assert.Single(_console.Rollouts.Requests), strict: true);
    }

    [Theory]
    [InlineData("endpoint: e\nstrategy: foo", 2, "strategy", "Line 2: strategy is \"foo\": it must be \"canary\" or")]
    [InlineData("endpoint: e\nsteps:\n  - {share: x, bakeMinutes: 1}", 3, "steps[0].share", "Line 3: steps[0].share is \"x\": it must be a number.")]
    [InlineData("endpoint: e\nsteps: *a", 2, "steps", "Line 2: Anchors and aliases (& and *) are not read here: write the value out.")]
    [InlineData("endpoint: 'e", 1, "body", "Line 1: This is not YAML: ")]
    [InlineData("", null, "body", "The file is empty")]
    public async Task Start_ByAFaultyFile_SaysLineAndField(string yaml, int? line, string field, string detail)
    {
        var answer = await SendAsync("/api/rollouts", yaml);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.ReadJsonAsync();
        Assert.Equal((line?.ToString(System.Globalization.CultureInfo.InvariantCulture), field), (problem.Text("line"), problem.Text("field")));
        Assert.StartsWith(detail, problem.Text("detail"), StringComparison.Ordinal);
        Assert.Empty(_console.Rollouts.Commands);
    }

    [Fact]
    public async Task Start_FileOutOfBounds_RefusalHasLineAndValueToo()
    {
        _console.Rollouts.Answer = _ => new CommandResult.Refused(RefusalKind.Invalid, "steps[0].share", "steps[0].share is 2; a share is above 0 and below 1.");

        var problem = await (await SendAsync("/api/rollouts", "endpoint: e\nsteps:\n  - bakeMinutes: 1\n    share: 2")).ReadJsonAsync();

        Assert.Equal(("4", "2", "Line 4: steps[0].share is 2; a share is above 0 and below 1."), (problem.Text("line"), problem.Text("value"), problem.Text("detail")));
    }

    [Fact]
    public async Task Start_NotUtf8_IsRefused()
    {
        var answer = await SendAsync("/api/rollouts", [0x65, 0xff, 0xfe]);

        Assert.Equal("The body is not text in UTF-8.", (await answer.ReadJsonAsync()).Text("detail"));
    }

    [Fact]
    public async Task Command_InYaml_IsRefusedWhereOnlyJsonIsTaken()
    {
        var answer = await SendAsync("/api/rollouts/r-1/pause", "reason: lunch");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("The body must be JSON: send it with Content-Type: application/json.", (await answer.ReadJsonAsync()).Text("detail"));
    }

    [Fact]
    public async Task Plan_OfARollout_IsAFileThatStartsTheSame()
    {
        var state = Put(Request);
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(state);
        var client = _console.CreateClient();

        var file = await client.GetAsync($"/api/rollouts/{state.Id}/plan");
        var again = await SendAsync("/api/rollouts", await file.Content.ReadAsStringAsync());

        Assert.Equal(("application/yaml", $"{state.Id}.yaml"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equivalent(Request, Assert.Single(_console.Rollouts.Requests), strict: true);
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("application/yaml;q=0.5, application/json", "application/json")]
    [InlineData("application/json;q=0.5, text/yaml", "application/yaml")]
    [InlineData("*/*", "application/yaml")]
    public async Task Plan_ByAccept_IsYamlOrJson(string accept, string kind)
    {
        var state = Put(Request);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/rollouts/{state.Id}/plan");
        request.Headers.Add("Accept", accept);

        var answer = await _console.CreateClient().SendAsync(request);

        Assert.Equal(kind, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Plan_OfAnOlderConsole_IsReadOffThePlan()
    {
        var state = Put(request: null);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/rollouts/{state.Id}/plan");
        request.Headers.Add("Accept", "application/json");
        var plan = await (await _console.CreateClient().SendAsync(request)).ReadJsonAsync();

        Assert.Equal(("media-ranker", "media-ranker-v8", "challenger-v8", "30"), (plan.Text("endpoint"), plan.Text("modelName"), plan.Text("challengerVariant"), plan.Text("soakMinutes")));
        Assert.Equal(["0.05", "0.5"], plan.GetProperty("steps").EnumerateArray().Select(step => step.Text("share")));
    }

    [Fact]
    public async Task Plan_OfNoRollout_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _console.CreateClient().GetAsync("/api/rollouts/nope/plan")).StatusCode);

    [Fact]
    public async Task Restart_OfAFinishedRollout_AnswersWithTheNewOne()
    {
        var state = RolloutSamples.In(RolloutPhase.Planned);
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(state);

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/rollouts/old-1/restart", "");

        Assert.Equal((HttpStatusCode.Created, $"/api/rollouts/{state.Id}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal("restart by api", Assert.Single(_console.Rollouts.Commands));
    }

    [Fact]
    public async Task Restart_OfNoRollout_IsNotFound()
    {
        var problem = await (await _console.CreateClient().PostJsonTextAsync("/api/rollouts/nope/restart", "")).ReadJsonAsync();

        Assert.Equal(("id", "There is no rollout nope."), (problem.Text("field"), problem.Text("detail")));
    }

    private RolloutState Put(RolloutRequest? request)
    {
        var state = RolloutSamples.In(RolloutPhase.Planned);
        _console.Rollouts.Put(state, new RecordedRolloutEvent(1, RolloutSamples.Start, "ada", new RolloutEvent.RolloutPlanned(state.Id, state.Plan, state.PlanDigest, request)));
        return state;
    }

    private Task<HttpResponseMessage> SendAsync(string address, string yaml, string kind = "application/yaml") => SendAsync(address, Encoding.UTF8.GetBytes(yaml), kind);

    private Task<HttpResponseMessage> SendAsync(string address, byte[] body, string kind = "application/yaml")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(kind);
        return _console.CreateClient().PostAsync(address, content);
    }
}
