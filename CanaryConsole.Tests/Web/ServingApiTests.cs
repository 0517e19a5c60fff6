using System.Net;
using System.Text.Json;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Tests.Web;

public sealed class ServingApiTests : IDisposable
{
    private static readonly ServedVariant Champion = new("champion", "media-ranker-v7", "media-ranker", 7, Percentage.Whole);

    private readonly StoredConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Serving_AtAMoment_SaysWhatWasKnownAndWhatCameNext()
    {
        await SeenAsync([Champion], notBefore: null);
        var then = _console.Clock.GetUtcNow();
        _console.Clock.Advance(TimeSpan.FromHours(1));
        await SeenAsync([Champion with { Share = Percentage.FromPercent(80) }, new ServedVariant("challenger", "media-ranker-v8", null, null, Percentage.FromPercent(20))], then);

        var moment = await GetAsync($"/api/endpoints/media-ranker/serving?at={then:yyyy-MM-ddTHH:mm:ssZ}");
        var now = await GetAsync("/api/endpoints/media-ranker/serving");

        Assert.Equal(("readBack", "1"), (moment.GetProperty("known").Text("proof"), moment.GetProperty("known").GetProperty("variants")[0].Text("share")));
        Assert.Equal("media-ranker-v7", moment.GetProperty("known").GetProperty("variants")[0].Text("model"));
        Assert.Equal("2", moment.GetProperty("next").Text("version"));
        Assert.Equal(["champion", "challenger"], now.GetProperty("known").GetProperty("variants").EnumerateArray().Select(variant => variant.Text("variant")));
        Assert.Equal(then, now.GetProperty("known").GetProperty("notBefore").GetDateTimeOffset());
        Assert.Null(now.Text("next"));
    }

    [Fact]
    public async Task Serving_OverASpan_HasItsChanges()
    {
        await SeenAsync([Champion], notBefore: null);
        var from = _console.Clock.GetUtcNow().AddDays(-1);

        var span = await GetAsync($"/api/endpoints/media-ranker/serving?from={from:yyyy-MM-dd}");

        Assert.Single(span.GetProperty("changes").EnumerateArray());
        Assert.Equal((null, "False"), (span.Text("known"), span.Text("isCut")));
    }

    [Theory]
    [InlineData("at=yesterday", HttpStatusCode.BadRequest, "at", "at is \"yesterday\": it must be a time like 2026-11-21T07:30:00Z.")]
    [InlineData("at=2999-01-01", HttpStatusCode.UnprocessableEntity, "at", "at is in the future: nothing has served then yet.")]
    [InlineData("at=2025-01-01&from=2025-01-01", HttpStatusCode.BadRequest, "at", "at is one moment, from and to are a span: give one of the two.")]
    [InlineData("to=2025-01-01", HttpStatusCode.BadRequest, "from", "from is missing: a span that ends at to begins at from.")]
    [InlineData("from=2025-01-02&to=2025-01-01", HttpStatusCode.UnprocessableEntity, "to", "to is before from: a span ends after it begins.")]
    public async Task Serving_BadTimes_AreRefused(string query, HttpStatusCode status, string field, string detail)
    {
        var answer = await _console.Client.GetAsync($"/api/endpoints/media-ranker/serving?{query}");

        var problem = await answer.ReadJsonAsync();
        Assert.Equal((status, field, detail), (answer.StatusCode, problem.Text("field"), problem.Text("detail")));
    }

    [Fact]
    public async Task Serving_OfAnEndpointNobodyKnows_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _console.Client.GetAsync("/api/endpoints/nope/serving")).StatusCode);

    private Task SeenAsync(IReadOnlyList<ServedVariant> variants, DateTimeOffset? notBefore) =>
        new EndpointLog(_console.Store).AppendAsync("media-ranker", new EndpointEvent.ServingSeen(variants, notBefore), _console.Clock.GetUtcNow(), "monitor", CancellationToken.None);

    private async Task<JsonElement> GetAsync(string address)
    {
        var answer = await _console.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadJsonAsync();
    }
}
