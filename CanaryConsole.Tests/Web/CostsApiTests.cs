using System.Net;
using System.Text.Json;
using CanaryConsole.Core.Rollouts;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Web;

public sealed class CostsApiTests : IClassFixture<ConsoleFixture>
{
    private readonly ConsoleFactory _console;

    public CostsApiTests(ConsoleFixture fixture) => _console = fixture.Fresh();

    [Fact]
    public async Task Costs_Fleet_HasFiguresWithTheirPrices()
    {
        _console.Feed.Publish(Snapshot([Endpoint(), Endpoint("odd", variants: [Variant(instanceType: "ml.x9.large")])]));

        var costs = await GetAsync("/api/costs");

        Assert.Null(costs.Text("usdPerHour"));
        Assert.Equal("0.514", costs.Text("knownUsdPerHour"));
        Assert.Equal("There is no price for ml.x9.large; add it to the price file.", Assert.Single(costs.GetProperty("missing").EnumerateArray()).GetString());
        var price = costs.GetProperty("endpoints")[0].GetProperty("variants")[0].GetProperty("fleet").GetProperty("price");
        Assert.Equal(("eu-west-1", "2023-12-31"), (price.Text("region"), price.Text("date")));
    }

    [Fact]
    public async Task Costs_EndpointWithARollout_HasWhatThePlanAdds()
    {
        _console.Feed.Publish(Snapshot([Endpoint()], [Rollout(state: State(RolloutPhase.Planned, step: -1))]));

        var rollout = (await GetAsync("/api/endpoints/media-ranker/costs")).GetProperty("rollout");

        Assert.Equal("0", rollout.Text("spentUsd"));
        Assert.Equal(rollout.GetProperty("plan").Text("extraUsd"), rollout.Text("aheadUsd"));
    }

    [Theory]
    [InlineData("/api/endpoints/nope/costs", HttpStatusCode.NotFound)]
    [InlineData("/api/endpoints/media-ranker/costs/what-if?variant=nope", HttpStatusCode.NotFound)]
    [InlineData("/api/endpoints/media-ranker/costs/what-if?instances=1001", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/endpoints/media-ranker/costs/what-if?instances=-1", HttpStatusCode.UnprocessableEntity)]
    public async Task Costs_WhatIsNotThereOrOutOfBounds_IsRefused(string address, HttpStatusCode status)
    {
        _console.Feed.Publish(Snapshot([Endpoint()]));

        Assert.Equal(status, (await _console.CreateClient().GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task WhatIf_OtherInstances_IsTheDifference()
    {
        _console.Feed.Publish(Snapshot([Endpoint()]));

        var answer = await GetAsync("/api/endpoints/media-ranker/costs/what-if?instanceType=ml.c5.xlarge&instances=3");

        Assert.Equal("0.098", answer.Text("moreUsdPerHour"));
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        var answer = await _console.CreateClient().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadJsonAsync();
    }
}
