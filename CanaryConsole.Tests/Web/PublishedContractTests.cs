using System.Net;
using System.Text;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Web;

public sealed class PublishedContractTests : IClassFixture<ConsoleFixture>
{
    private const string Create = """
        {"action":"create","config":{"endpoint_name":"media-ranker","current_variant":{"variant_name":"champion","model_name":"media-ranker-v7"},
        "canary_variant":{"variant_name":"canary","model_name":"media-ranker-v8","initial_weight":0.1},
        "auto_rollback_enabled":true,"latency_threshold_ms":100,"error_rate_threshold":0.01,"unknown_member":1}}
        """;

    private readonly ConsoleFactory _console;

    public PublishedContractTests(ConsoleFixture fixture) => _console = fixture.Fresh();

    [Fact]
    public async Task Deployments_Create_StartsTheRolloutItDescribes()
    {
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(RolloutSamples.In(RolloutPhase.Planned));

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/deployments", Create);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var deployment = await answer.ReadJsonAsync();
        Assert.Equal(RolloutSamples.Id.Value, deployment.Text("deployment_id"));
        Assert.Equal("PLANNED", deployment.Text("status"));
        Assert.Equal("media-ranker", deployment.Text("endpoint_name"));
        Assert.Equal("Canary deployment initiated", deployment.Text("message"));
        Assert.Equal("0.01", deployment.Text("error_rate_threshold"));
        var request = Assert.Single(_console.Rollouts.Requests);
        Assert.Equal(
            ("media-ranker", "media-ranker-v8", "champion", "canary", Strategy.CustomSteps, 100d, 0.01, true),
            (request.Endpoint, request.ModelName, request.ChampionVariant, request.ChallengerVariant, request.Strategy, request.LatencyP99LimitMs, request.ErrorRateLimit, request.AutoRollback));
        Assert.Equal([0.1, 0.25, 0.5], request.Steps!.Select(step => step.Share));
    }

    [Fact]
    public async Task Deployments_CreateIsRefused_NamesTheContractsField()
    {
        _console.Rollouts.Answer = _ => new CommandResult.Refused(RefusalKind.NotFound, "modelName", "modelName is \"media-ranker-v8\"; there is no such model.");

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/deployments", Create);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var problem = await answer.ReadJsonAsync();
        Assert.Equal("config.canary_variant.model_name", problem.Text("field"));
        Assert.Equal("media-ranker-v8", problem.Text("value"));
        Assert.Equal("config.canary_variant.model_name is \"media-ranker-v8\"; there is no such model.", problem.Text("detail"));
    }

    [Fact]
    public async Task Deployments_CallerBelievesInAnotherChampion_IsRefused()
    {
        Show(RolloutSamples.Endpoint(withChallenger: false));

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/deployments", Create.Replace("media-ranker-v7", "media-ranker-v6", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("config.current_variant.model_name", (await answer.ReadJsonAsync()).Text("field"));
        Assert.Empty(_console.Rollouts.Commands);
    }

    [Theory]
    [InlineData("/api/deployments", """{"action":"destroy","config":{"endpoint_name":"e","canary_variant":{"model_name":"m"}}}""")]
    [InlineData("/api/traffic", """{"action":"spin","deployment_id":"d","shift_amount":0.1}""")]
    [InlineData("/api/rollback", """{"action":"slowly","deployment_id":"d"}""")]
    public async Task Action_Unknown_IsRefused(string address, string body)
    {
        var answer = await _console.CreateClient().PostJsonTextAsync(address, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("action", (await answer.ReadJsonAsync()).Text("field"));
        Assert.Empty(_console.Rollouts.Commands);
    }

    [Fact]
    public async Task Deployments_Get_TellsStatusWeightsThresholdsAndReason()
    {
        _console.Rollouts.Put(RolloutSamples.In(RolloutPhase.RolledBack));

        var answer = await (await _console.CreateClient().GetAsync(new Uri($"/api/deployments?deployment_id={RolloutSamples.Id}", UriKind.Relative))).ReadJsonAsync();

        Assert.Equal("ROLLED_BACK", answer.Text("status"));
        Assert.Equal("breach", answer.Text("rollback_reason"));
        Assert.Equal("""{"champion":1,"challenger-v8":0}""", answer.Text("weights"));
    }

    [Fact]
    public async Task Deployments_GetWithoutAnId_ListsThem()
    {
        _console.Rollouts.Put(RolloutSamples.In(RolloutPhase.Baking));

        var answer = await (await _console.CreateClient().GetAsync(new Uri("/api/deployments", UriKind.Relative))).ReadJsonAsync();

        Assert.Equal("BAKING", Assert.Single(answer.GetProperty("deployments").EnumerateArray()).Text("status"));
    }

    [Theory]
    [InlineData("0.1", "share 0.15  by api")]
    [InlineData("0.95", "promote by api")]
    [InlineData("-0.01", "share 0.04  by api")]
    public async Task Traffic_Shift_MovesTheShareByIt(string amount, string command)
    {
        var baking = RolloutSamples.In(RolloutPhase.Baking);
        _console.Rollouts.Put(baking);
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(baking);

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/traffic", $$"""{"action":"shift","deployment_id":"{{RolloutSamples.Id}}","shift_amount":{{amount}}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(command, Assert.Single(_console.Rollouts.Commands));
        Assert.Equal("""{"champion":0.95,"challenger-v8":0.05}""", (await answer.ReadJsonAsync()).Text("previous_weights"));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("0.96")]
    [InlineData("-0.05")]
    [InlineData("0")]
    [InlineData("1e999")]
    public async Task Traffic_ShiftOutOfBounds_IsRefused(string amount)
    {
        _console.Rollouts.Put(RolloutSamples.In(RolloutPhase.Baking));

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/traffic", $$"""{"action":"shift","deployment_id":"{{RolloutSamples.Id}}","shift_amount":{{amount}}}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("shift_amount", (await answer.ReadJsonAsync()).Text("field"));
        Assert.Empty(_console.Rollouts.Commands);
    }

    [Fact]
    public async Task Rollback_Immediate_IsAskedForWithItsReason()
    {
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(RolloutSamples.In(RolloutPhase.RollingBack));

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/rollback", $$"""{"action":"immediate","deployment_id":"{{RolloutSamples.Id}}","reason":"too slow"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("rollback too slow by api", Assert.Single(_console.Rollouts.Commands));
        Assert.Equal("ROLLING_BACK", (await answer.ReadJsonAsync()).Text("status"));
    }

    [Fact]
    public async Task Inference_OfTheOnlyEndpoint_AnswersWithPredictionAndVariant()
    {
        Show(RolloutSamples.Endpoint());

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/inference", """{"user_id":"u-1","features":{"a":1,"b":"x"}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var told = await answer.ReadJsonAsync();
        Assert.Equal("""{"score":0.5}""", told.Text("predictions"));
        Assert.Equal("champion", told.Text("variant_name"));
        Assert.Equal("12", told.Text("model_latency_ms"));
        var sent = Assert.Single(_console.Cloud.Invocations);
        Assert.Equal(("media-ranker", null, "application/json", """{"a":1,"b":"x"}"""), (sent.Endpoint, sent.TargetVariant, sent.ContentType, Encoding.UTF8.GetString(sent.Body.Span)));
    }

    [Fact]
    public async Task Inference_AsCsv_SendsTheValuesInTheirOrder()
    {
        await _console.CreateClient().PostJsonTextAsync(
            "/api/inference", """{"endpoint_name":"e","target_variant":"canary","user_id":"u","content_type":"text/csv","features":{"a":1.5,"b":"x,y","c":true}}""");

        var sent = Assert.Single(_console.Cloud.Invocations);
        Assert.Equal(("e", "canary", "text/csv", "1.5,\"x,y\",1"), (sent.Endpoint, sent.TargetVariant, sent.ContentType, Encoding.UTF8.GetString(sent.Body.Span)));
    }

    [Fact]
    public async Task Inference_ModelFails_IsABadGatewayThatNamesTheVariant()
    {
        _console.Cloud.Answer = _console.Cloud.Answer with { StatusCode = 500 };

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/inference", """{"endpoint_name":"e","user_id":"u","features":{}}""");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("The model behind champion answered with status 500.", (await answer.ReadJsonAsync()).Text("detail"));
    }

    [Theory]
    [InlineData("""{"user_id":"u","features":{}}""", "endpoint_name")]
    [InlineData("""{"endpoint_name":"e","user_id":"","features":{}}""", "user_id")]
    [InlineData("""{"endpoint_name":"e","user_id":"u","features":[1]}""", "features")]
    [InlineData("""{"endpoint_name":"e","user_id":"u","features":{},"content_type":"image/png"}""", "content_type")]
    [InlineData("""{"endpoint_name":"e","features":{}}""", "user_id")]
    public async Task Inference_BadInput_NamesTheField(string body, string field)
    {
        var answer = await _console.CreateClient().PostJsonTextAsync("/api/inference", body);

        Assert.Equal(field, (await answer.ReadJsonAsync()).Text("field"));
        Assert.Empty(_console.Cloud.Invocations);
    }

    [Fact]
    public async Task Inference_BodyBetweenTheTwoLimits_IsTaken()
    {
        var answer = await _console.CreateClient().PostJsonTextAsync("/api/inference", $$$"""{"endpoint_name":"e","user_id":"u","features":{"a":"{{{new string('x', 1_000_000)}}}"}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(CloudFailure.NotFound, HttpStatusCode.NotFound)]
    [InlineData(CloudFailure.Busy, HttpStatusCode.Conflict)]
    [InlineData(CloudFailure.Throttled, HttpStatusCode.ServiceUnavailable)]
    [InlineData(CloudFailure.AccessDenied, HttpStatusCode.BadGateway)]
    public async Task Inference_CloudFails_SaysHow(CloudFailure failure, HttpStatusCode status)
    {
        _console.Cloud.Failure = new CloudException(failure, "InvokeEndpoint failed");

        var answer = await _console.CreateClient().PostJsonTextAsync("/api/inference", """{"endpoint_name":"e","user_id":"u","features":{}}""");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("InvokeEndpoint failed.", (await answer.ReadJsonAsync()).Text("detail"));
    }

    private void Show(EndpointDescription endpoint) =>
        _console.Feed.Publish(MonitorSnapshot.Empty with { Sequence = 1, FirstTickDone = true, Endpoints = [new EndpointSnapshot(endpoint, RolloutSamples.Start, [])] });
}
