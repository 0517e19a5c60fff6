using System.Net;
using System.Text.Json;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Tests.Components;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Web;

public sealed class ResourceTests : IClassFixture<ConsoleFixture>
{
    private readonly ConsoleFactory _console;

    public ResourceTests(ConsoleFixture fixture) => _console = fixture.Fresh();

    [Fact]
    public async Task Rollouts_List_ShowsWhereEachStands()
    {
        _console.Rollouts.Put(RolloutSamples.In(RolloutPhase.Baking));

        var rollout = Assert.Single((await GetAsync("/api/rollouts?endpoint=media-ranker&limit=5")).GetProperty("rollouts").EnumerateArray());

        Assert.Equal(("baking", "0", "0.05", "media-ranker-v8"), (rollout.Text("phase"), rollout.Text("step"), rollout.Text("challengerShare"), rollout.Text("model")));
        Assert.Null(rollout.Text("plan"));
    }

    [Fact]
    public async Task Rollout_Get_HasPlanAndWhatTheGuardrailsSay()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking);
        _console.Rollouts.Put(state);
        _console.Feed.Publish(MonitorSnapshot.Empty with { Rollouts = [new RolloutSnapshot(state, [RolloutSamples.Assessed(RolloutSamples.Breach)], [], "Waiting for the weights")] });

        var rollout = await GetAsync($"/api/rollouts/{state.Id}");

        Assert.Equal("Waiting for the weights", rollout.Text("activity"));
        Assert.Equal("breach", Assert.Single(rollout.GetProperty("assessments").EnumerateArray()).GetProperty("verdict").Text("$type"));
        Assert.Equal(2, rollout.GetProperty("plan").GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task Rollout_Get_HasTheEvidenceWithItsLineAndLimit()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking);
        _console.Rollouts.Put(state);
        var shared = SnapshotBuilder.Assessment(
            new Verdict.SharedCause("both arms"), SnapshotBuilder.ErrorRate() with { Test = GuardTest.Sequential, Severity = Severity.Warning }, SnapshotBuilder.Sequential([0, 2.5], provisional: 1));
        _console.Feed.Publish(MonitorSnapshot.Empty with { Rollouts = [new RolloutSnapshot(state, [shared], [], null)] });

        var told = Assert.Single((await GetAsync($"/api/rollouts/{state.Id}")).GetProperty("assessments").EnumerateArray());

        Assert.Equal("sharedCause", told.GetProperty("verdict").Text("$type"));
        Assert.Equal(("sequential", "warning"), (told.GetProperty("guardrail").Text("test"), told.GetProperty("guardrail").Text("severity")));
        var evidence = told.GetProperty("evidence");
        Assert.Equal(("2.5", "5.7"), (evidence.Text("logEvidence"), evidence.Text("logLimit")));
        Assert.True(evidence.GetProperty("line")[1].GetProperty("provisional").GetBoolean());
    }

    [Fact]
    public async Task Rollout_Events_CarryThePlainSentence()
    {
        var state = RolloutSamples.In(RolloutPhase.Paused);
        _console.Rollouts.Put(state, new RecordedRolloutEvent(7, RolloutSamples.Start, "ada", new RolloutEvent.RolloutPaused("lunch")));

        var recorded = Assert.Single((await GetAsync($"/api/rollouts/{state.Id}/events")).GetProperty("events").EnumerateArray());

        Assert.Equal(("7", "ada", "Paused: lunch."), (recorded.Text("version"), recorded.Text("actor"), recorded.Text("sentence")));
        Assert.Equal("rolloutPaused", recorded.GetProperty("event").Text("$type"));
    }

    [Theory]
    [InlineData("pause", """{"reason":"lunch"}""", "pause lunch by api")]
    [InlineData("rollback", """{"reason":"bad"}""", "rollback bad by api")]
    [InlineData("cancel", """{"reason":"no"}""", "cancel no by api")]
    [InlineData("resume", "", "resume by api")]
    [InlineData("promote", "{}", "promote by api")]
    [InlineData("approve", """{"comment":"fine"}""", "approve fine by api")]
    [InlineData("share", """{"challengerShare":0.3,"reason":"slower"}""", "share 0.3 slower by api")]
    public async Task Rollout_Command_ReachesTheService(string verb, string body, string command)
    {
        _console.Rollouts.Answer = _ => new CommandResult.Accepted(RolloutSamples.In(RolloutPhase.Paused));

        var answer = await _console.CreateClient().PostJsonTextAsync($"/api/rollouts/{RolloutSamples.Id}/{verb}", body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("paused", (await answer.ReadJsonAsync()).Text("phase"));
        Assert.Equal(command, Assert.Single(_console.Rollouts.Commands));
    }

    [Fact]
    public async Task Endpoint_Get_ShowsSharesAndItsRollout()
    {
        var state = RolloutSamples.In(RolloutPhase.Baking);
        _console.Feed.Publish(MonitorSnapshot.Empty with
        {
            Endpoints = [new EndpointSnapshot(RolloutSamples.Endpoint(0.05), RolloutSamples.Start, [])],
            Rollouts = [new RolloutSnapshot(state, [], [], null)],
        });

        var endpoint = await GetAsync("/api/endpoints/media-ranker");

        Assert.Equal(("inService", state.Id.Value), (endpoint.Text("status"), endpoint.Text("rollout")));
        Assert.Equal(["0.95", "0.05"], endpoint.GetProperty("variants").EnumerateArray().Select(variant => variant.Text("share")));
    }

    [Fact]
    public async Task Weights_Put_AreAcceptedWithBeforeAndAfter()
    {
        var answer = await _console.CreateClient().SendJsonAsync(HttpMethod.Put, "/api/endpoints/search-embeddings/weights", """{"weights":{"champion":0.5,"challenger":0.5}}""");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(2, Assert.Single(_console.Cloud.Weights).Count);
        Assert.Equal("0.8", (await answer.ReadJsonAsync()).GetProperty("before")[0].Text("weight"));
    }

    [Fact]
    public async Task Events_ReadInPages_GoOnWhereThePageEnded()
    {
        var state = RolloutSamples.In(RolloutPhase.Paused);
        _console.Rollouts.Put(state);
        var paused = RolloutEventJson.ToNew(new RolloutEvent.RolloutPaused("lunch"), RolloutSamples.Start, "ada");
        _console.Log.Events.Add(new StoredEvent(3, RolloutEventJson.StreamPrefix + state.Id, 1, paused.Type, paused.At, paused.Actor, paused.Payload, "00", "aa"));
        _console.Log.Events.Add(new StoredEvent(4, "endpoint/e", 1, "weightsRequested", RolloutSamples.Start, "api", """{"before":[]}""", "00", "bb"));

        var first = await GetAsync("/api/events?limit=1");
        var second = await GetAsync($"/api/events?after={first.Text("next")}");

        var told = Assert.Single(first.GetProperty("events").EnumerateArray());
        Assert.Equal(("rolloutPaused", "Paused: lunch.", "aa"), (told.Text("type"), told.Text("sentence"), told.Text("hash")));
        Assert.Equal("bb", Assert.Single(second.GetProperty("events").EnumerateArray()).Text("hash"));
        Assert.Equal("4", second.Text("next"));
    }

    [Fact]
    public async Task Description_OfTheApi_ListsEveryAddressWithSummaryAndAnswers()
    {
        var document = await GetAsync("/openapi/v1.json");

        string[] expected =
        [
            "/api/deployments", "/api/traffic", "/api/rollback", "/api/inference", "/api/rollouts", "/api/rollouts/{id}", "/api/rollouts/{id}/events",
            "/api/rollouts/{id}/pause", "/api/rollouts/{id}/resume", "/api/rollouts/{id}/promote", "/api/rollouts/{id}/rollback", "/api/rollouts/{id}/approve",
            "/api/rollouts/{id}/cancel", "/api/rollouts/{id}/share", "/api/rollouts/{id}/refuse", "/api/rollouts/{id}/skip", "/api/rollouts/{id}/jump",
            "/api/rollouts/{id}/extend", "/api/rollouts/{id}/restart-steps", "/api/rollouts/{id}/adopt", "/api/rollouts/{id}/restore",
            "/api/endpoints", "/api/endpoints/{name}", "/api/endpoints/{name}/weights",
            "/api/registry", "/api/registry/{group}", "/api/registry/{group}/versions/{version}", "/api/registry/{group}/versions/{version}/approval", "/api/registry/{group}/candidate", "/api/events", "/api/rollouts/{id}/plan", "/api/rollouts/{id}/restart",
            "/api/endpoints/{name}/serving", "/api/templates", "/api/templates/{name}", "/api/templates/{name}/plan", "/api/templates/{name}/rename",
            "/api/templates/{name}/rollouts", "/api/waves", "/api/waves/{id}", "/api/waves/{id}/approve", "/api/waves/{id}/resume", "/api/waves/{id}/stop", "/api/cleanup", "/api/rollouts/{id}/leave-rest", "/api/rollouts/{id}/readiness",
            "/api/rollouts/outlook", "/api/backtests", "/api/backtests/{id}", "/api/rollouts/review", "/api/rollouts/dry-run", "/api/environments",
            "/api/registry/{group}/versions", "/api/registry/{group}/versions/{version}/artifact",
            "/api/costs", "/api/endpoints/{name}/costs", "/api/endpoints/{name}/costs/what-if",
        ];
        var paths = document.GetProperty("paths");
        Assert.Equal(expected.Order(StringComparer.Ordinal), paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.All(paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()), operation =>
        {
            Assert.False(string.IsNullOrEmpty(operation.Value.Text("summary")), operation.Name);
            Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), answer => answer.Name.StartsWith('2'));
        });
        var body = paths.GetProperty("/api/rollouts").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        Assert.Equal(["application/json", "application/yaml"], body.EnumerateObject().Select(kind => kind.Name));
        var guardrail = document.GetProperty("components").GetProperty("schemas").GetProperty("GuardrailRequest").GetProperty("properties");
        Assert.Equal(typeof(GuardrailRequest).GetProperties().Length, guardrail.EnumerateObject().Count());
        Assert.Contains("initial_weight", document.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.ServiceUnavailable, "starting")]
    [InlineData(true, HttpStatusCode.OK, "ready")]
    public async Task Health_BeforeAndAfterTheFirstTick_SaysWhich(bool ticked, HttpStatusCode status, string text)
    {
        _console.Feed.Publish(MonitorSnapshot.Empty with { FirstTickDone = ticked });

        var answer = await _console.CreateClient().GetAsync(new Uri("/healthz", UriKind.Relative));

        Assert.Equal((status, text), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        var answer = await _console.CreateClient().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadJsonAsync();
    }
}
