using System.Net;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Web;

public sealed class BadInputTests : IClassFixture<ConsoleFixture>
{
    private readonly ConsoleFactory _console;

    public BadInputTests(ConsoleFixture fixture) => _console = fixture.Fresh();

    [Theory]
    [InlineData("/api/rollouts", """{"endpoint":1}""", "endpoint", "endpoint is 1: it must be text.")]
    [InlineData("/api/rollouts", """{"modelName":"m"}""", "endpoint", "endpoint is missing: it must be text.")]
    [InlineData("/api/rollouts", """{"endpoint":null}""", "endpoint", "endpoint is null: it must be text.")]
    [InlineData("/api/rollouts", """{"endpoint":"e","autoRollbak":false}""", "autoRollbak", "autoRollbak is not a member this address knows: check its spelling, or leave it out.")]
    [InlineData("/api/rollouts", """{"endpoint":"e","strategy":"foo"}""", "strategy", "strategy is \"foo\": it must be \"canary\" or \"linear\" or \"customSteps\" or \"allAtOnce\"")]
    [InlineData("/api/rollouts", """{"endpoint":"e","steps":[{"share":0.1,"bakeMinutes":1},{"share":"NaN","bakeMinutes":1}]}""", "steps[1].share", "steps[1].share is \"NaN\": it must be a number.")]
    [InlineData("/api/rollouts", """{"endpoint":"e","minimumRequests":1.5}""", "minimumRequests", "minimumRequests is 1.5: it must be a whole number.")]
    [InlineData("/api/rollouts", """{"endpoint":"e","autoRollback":"yes"}""", "autoRollback", "autoRollback is \"yes\": it must be true or false.")]
    [InlineData("/api/rollouts", """{"endpoint":"e",""", "body", "The body is not valid JSON at line 1, position 16: ")]
    [InlineData("/api/rollouts", "{\n  \"endpoint\": NaN\n}", "body", "The body is not valid JSON at line 2, position 15: 'N' is an invalid start of a value.")]
    [InlineData("/api/rollouts", "[]", "body", "The body must be a JSON object.")]
    [InlineData("/api/rollouts", "", "body", "The request has no body: send a JSON object.")]
    [InlineData("/api/rollouts/r-1/share", """{"challengerShare":"NaN"}""", "challengerShare", "challengerShare is \"NaN\": it must be a number.")]
    [InlineData("/api/deployments", """{"action":"create","config":{"endpoint_name":"e","canary_variant":{"model_name":7}}}""", "config.canary_variant.model_name", "config.canary_variant.model_name is 7: it must be text.")]
    [InlineData("/api/traffic", """{"deployment_id":"d"}""", "shift_amount", "shift_amount is missing: it must be a number.")]
    public async Task Api_BodyIsWrong_AnswerNamesTheFieldAndNothingIsDone(string address, string body, string field, string detail)
    {
        var answer = await _console.CreateClient().PostJsonTextAsync(address, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.ReadJsonAsync();
        Assert.Equal(field, problem.Text("field"));
        Assert.StartsWith(detail, problem.Text("detail"), StringComparison.Ordinal);
        Assert.Empty(_console.Rollouts.Commands);
    }

    [Fact]
    public async Task Api_WeightOutsideItsBounds_AnswerNamesFieldAndValue()
    {
        _console.Cloud.WeightAnswer = new WeightResult.Refused(RefusalKind.Invalid, "weights.champion", "weights.champion is 2; it must be between 0 and 1.");

        var answer = await _console.CreateClient().SendJsonAsync(HttpMethod.Put, "/api/endpoints/search-embeddings/weights", """{"weights":{"champion":2,"challenger":0}}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.ReadJsonAsync();
        Assert.Equal("weights.champion", problem.Text("field"));
        Assert.Equal("2", problem.Text("value"));
    }

    [Fact]
    public async Task Api_WeightIsNotANumber_AnswerNamesTheVariant()
    {
        var answer = await _console.CreateClient().SendJsonAsync(HttpMethod.Put, "/api/endpoints/search-embeddings/weights", """{"weights":{"champion":"NaN"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("weights.champion", (await answer.ReadJsonAsync()).Text("field"));
        Assert.Empty(_console.Cloud.Weights);
    }

    [Theory]
    [InlineData(RefusalKind.NotFound, "endpoint", HttpStatusCode.NotFound)]
    [InlineData(RefusalKind.Invalid, "modelName", HttpStatusCode.UnprocessableEntity)]
    [InlineData(RefusalKind.Conflict, "endpoint", HttpStatusCode.Conflict)]
    [InlineData(RefusalKind.Unavailable, null, HttpStatusCode.ServiceUnavailable)]
    public async Task Api_StartIsRefused_AnswerHasTheKindTheFieldAndTheReason(RefusalKind kind, string? field, HttpStatusCode status)
    {
        _console.Rollouts.Answer = _ => new CommandResult.Refused(kind, field, "the reason");

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/rollouts", """{"endpoint":"e","modelName":"m"}""");

        Assert.Equal(status, answer.StatusCode);
        var problem = await answer.ReadJsonAsync();
        Assert.Equal(field, problem.Text("field"));
        Assert.Equal("the reason.", problem.Text("detail"));
    }

    [Fact]
    public async Task Api_CommandOnFinishedRollout_IsAConflict()
    {
        _console.Rollouts.Put(RolloutSamples.In(RolloutPhase.Completed));
        _console.Rollouts.Answer = _ => new CommandResult.Refused(RefusalKind.Conflict, null, "The rollout is completed");

        var answer = await _console.CreateClient().PostJsonTextAsync($"/api/rollouts/{RolloutSamples.Id}/pause", """{"reason":"lunch"}""");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("The rollout is completed.", (await answer.ReadJsonAsync()).Text("detail"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Api_BodyOfOneMegabyte_IsRefusedWithTheLimit(bool chunked)
    {
        var content = new StringContent(new string(' ', 1_000_000), System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/rollouts") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await _console.CreateClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("The body is larger than the 65536 bytes this address takes.", (await answer.ReadJsonAsync()).Text("detail"));
    }

    [Fact]
    public async Task Api_BodyIsAForm_IsRefusedWithTheKindItTakes()
    {
        var answer = await _console.CreateClient().PostAsync(new Uri("/api/rollouts", UriKind.Relative), new FormUrlEncodedContent([new("endpoint", "e")]));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("Content-Type", (await answer.ReadJsonAsync()).Text("field"));
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "/api/nothing is not an address of the API: /openapi/v1.json lists them all.")]
    [InlineData("DELETE", "/api/rollouts", HttpStatusCode.MethodNotAllowed, "/api/rollouts does not take DELETE: it takes GET and POST.")]
    [InlineData("GET", "/api/rollouts?limit=0", HttpStatusCode.BadRequest, "limit is \"0\": it must be a whole number from 1 to 200.")]
    [InlineData("GET", "/api/events?after=-1", HttpStatusCode.BadRequest, "after is \"-1\": it must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("GET", "/api/rollouts/r-1", HttpStatusCode.NotFound, "There is no rollout r-1.")]
    [InlineData("GET", "/api/rollouts/r-1/events", HttpStatusCode.NotFound, "There is no rollout r-1.")]
    [InlineData("POST", "/api/rollouts/r-1/resume", HttpStatusCode.NotFound, "There is no rollout r-1.")]
    [InlineData("GET", "/api/deployments?deployment_id=r-1", HttpStatusCode.NotFound, "There is no deployment r-1.")]
    [InlineData("GET", "/api/endpoints/nope", HttpStatusCode.NotFound, "There is no endpoint nope.")]
    [InlineData("GET", "/api/registry/nope", HttpStatusCode.NotFound, "There is no model package group nope.")]
    public async Task Api_AddressOrQueryIsWrong_SaysSo(string method, string address, HttpStatusCode status, string detail)
    {
        var answer = await _console.CreateClient().SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(detail, (await answer.ReadJsonAsync()).Text("detail"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Api_CommandWithoutAReason_IsRefused(string reason)
    {
        var answer = await _console.CreateClient().PostJsonTextAsync("/api/rollouts/r-1/rollback", $$"""{"reason":"{{reason}}"}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("reason", (await answer.ReadJsonAsync()).Text("field"));
        Assert.Empty(_console.Rollouts.Commands);
    }

    [Fact]
    public async Task Api_StoreCannotBeRead_IsUnavailableWithItsReason()
    {
        _console.Log.Failure = new CanaryConsole.Core.Storage.StoreException("The store is locked.");

        var answer = await _console.CreateClient().GetAsync(new Uri("/api/events", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("The store is locked.", (await answer.ReadJsonAsync()).Text("detail"));
    }
}
