using System.Net;
using System.Text;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Web;

public sealed class TemplateApiTests : IDisposable
{
    private readonly StoredConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Template_FromSavingToDeleting_IsKeptListedRenamedAndGone()
    {
        var client = _console.Client;
        using var yaml = new StringContent("# every night\npackageGroup: media-ranker\nstrategy: allAtOnce\nsoakMinutes: 15\n", Encoding.UTF8, "application/yaml");

        var saved = await client.PutAsync("/api/templates/nightly", yaml);
        var replaced = await client.SendJsonAsync(HttpMethod.Put, "/api/templates/nightly", """{"packageGroup":"media-ranker","strategy":"allAtOnce","soakMinutes":30}""");
        var renamed = await client.PostJsonTextAsync("/api/templates/nightly/rename", """{"newName":"each-night"}""");
        var listed = await (await client.GetAsync("/api/templates")).ReadJsonAsync();
        var file = await client.GetStringAsync("/api/templates/each-night/plan");
        var deleted = await client.DeleteAsync("/api/templates/each-night");
        var gone = await client.GetAsync("/api/templates/each-night");

        Assert.Equal((HttpStatusCode.OK, "1"), (saved.StatusCode, (await saved.ReadJsonAsync()).Text("version")));
        Assert.Equal("2", (await replaced.ReadJsonAsync()).Text("version"));
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        var template = Assert.Single(listed.GetProperty("templates").EnumerateArray());
        Assert.Equal(("each-night", "api", "30", null), (template.Text("name"), template.Text("savedBy"), template.GetProperty("plan").Text("soakMinutes"), template.GetProperty("plan").Text("endpoint")));
        Assert.StartsWith("packageGroup: media-ranker\nstrategy: allAtOnce\n", file, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Start_ByATemplate_AsksForItsPlanOnTheEndpointNamed()
    {
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(RolloutSamples.In(RolloutPhase.Planned));
        var client = _console.Client;
        await client.SendJsonAsync(HttpMethod.Put, "/api/templates/nightly", """{"modelName":"media-ranker-v8","soakMinutes":15}""");

        var refused = await client.PostJsonTextAsync("/api/templates/nightly/rollouts", "");
        var started = await client.PostJsonTextAsync("/api/templates/nightly/rollouts", """{"endpoint":"media-ranker"}""", "key-1");
        var repeated = await client.PostJsonTextAsync("/api/templates/nightly/rollouts", """{"endpoint":"media-ranker"}""", "key-1");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "endpoint"), (refused.StatusCode, (await refused.ReadJsonAsync()).Text("field")));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (started.StatusCode, repeated.StatusCode));
        var request = Assert.Single(_console.Rollouts.Requests);
        Assert.Equal(("media-ranker", "media-ranker-v8", 15d), (request.Endpoint, request.ModelName, request.SoakMinutes!.Value));
    }

    [Theory]
    [InlineData("PUT", "/api/templates/Bad", "{}", HttpStatusCode.UnprocessableEntity, "name")]
    [InlineData("PUT", "/api/templates/bad", """{"soakMinutes":-1}""", HttpStatusCode.UnprocessableEntity, "soakMinutes")]
    [InlineData("PUT", "/api/templates/bad", """{"soak":1}""", HttpStatusCode.BadRequest, "soak")]
    [InlineData("POST", "/api/templates/nope/rename", """{"newName":"a"}""", HttpStatusCode.NotFound, "name")]
    [InlineData("POST", "/api/templates/nope/rollouts", "{}", HttpStatusCode.NotFound, "name")]
    [InlineData("DELETE", "/api/templates/nope", "", HttpStatusCode.NotFound, "name")]
    public async Task Template_SomethingWrong_AnswerNamesTheField(string method, string address, string body, HttpStatusCode status, string field)
    {
        var answer = await _console.Client.SendJsonAsync(new HttpMethod(method), address, body);

        Assert.Equal((status, field), (answer.StatusCode, (await answer.ReadJsonAsync()).Text("field")));
    }
}
