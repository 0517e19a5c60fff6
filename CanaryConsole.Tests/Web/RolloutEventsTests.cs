using System.Net;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Tests.Core.Rollouts;
using CsvHelper;

namespace CanaryConsole.Tests.Web;

public sealed class RolloutEventsTests : IClassFixture<ConsoleFixture>
{
    private readonly ConsoleFactory _console;

    public RolloutEventsTests(ConsoleFixture fixture) => _console = fixture.Fresh();

    [Theory]
    [InlineData("", "1 2 3 4")]
    [InlineData("?kind=rolloutPaused", "1 3")]
    [InlineData("?kind=rolloutPaused,rolloutResumed&actor=ADA", "1 2 3")]
    [InlineData("?kind=rolloutPaused&kind=shareMoved", "1 3 4")]
    [InlineData("?actor=bob", "4")]
    [InlineData("?from=2026-11-20T03:01:00Z&to=2026-11-20T03:02:00Z", "2 3")]
    [InlineData("?q=DINNER", "3")]
    [InlineData("?after=2", "3 4")]
    [InlineData("?q=breakfast", "")]
    public async Task Read_Filtered_GivesThose(string query, string versions)
    {
        Put();

        var answer = await (await GetAsync(query)).ReadJsonAsync();

        Assert.Equal(versions, string.Join(' ', answer.GetProperty("events").EnumerateArray().Select(one => one.Text("version"))));
    }

    [Fact]
    public async Task Read_Event_ShowsItsPlaceInTheChain()
    {
        Put();

        var events = (await (await GetAsync("")).ReadJsonAsync()).GetProperty("events");

        Assert.Equal(EventHash.Genesis, events[0].Text("previousHash"));
        Assert.Equal(events[0].Text("hash"), events[1].Text("previousHash"));
        Assert.Equal("rolloutPaused", events[0].Text("kind"));
    }

    [Fact]
    public async Task Read_MoreThanTheLimit_LeadsOn()
    {
        Put();

        var first = await GetAsync("?actor=ada&limit=2");
        var page = await first.ReadJsonAsync();

        Assert.Equal(("3", "2"), (page.Text("matching"), page.Text("next")));
        Assert.Equal($"</api/rollouts/{RolloutSamples.Id}/events?actor=ada&limit=2&after=2>; rel=\"next\"", Assert.Single(first.Headers.GetValues("Link")));
        var last = await GetAsync("?actor=ada&limit=2&after=2");
        Assert.Null((await last.ReadJsonAsync()).Text("next"));
        Assert.False(last.Headers.Contains("Link"));
    }

    [Theory]
    [InlineData("?kind=nonsense", "kind", "kind is \"nonsense\": there is no such kind of event.")]
    [InlineData("?from=yesterday", "from", "from is \"yesterday\": it must be a time, as in 2026-11-21T03:00:00Z.")]
    [InlineData("?from=2026-11-20T03:00:00Z&to=2026-11-20T02:00:00Z", "to", "to is \"2026-11-20T02:00:00Z\": it lies before from, \"2026-11-20T03:00:00Z\".")]
    [InlineData("?limit=10001", "limit", "limit is \"10001\": it must be a whole number from 1 to 10000.")]
    [InlineData("?format=xml", "format", "format is \"xml\": it must be json or csv.")]
    public async Task Read_QueryIsWrong_NamesTheField(string query, string field, string detail)
    {
        Put();

        var answer = await GetAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal((field, detail), ((await answer.ReadJsonAsync()).Text("field"), (await answer.ReadJsonAsync()).Text("detail")));
    }

    [Fact]
    public async Task Read_TextTooLong_IsRefused() => Assert.Equal(
        "q has 201 characters: at most 200 are looked for.", (await (await GetAsync("?q=" + new string('x', 201))).ReadJsonAsync()).Text("detail"));

    [Theory]
    [InlineData("?format=csv", null, "text/csv")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "text/csv;q=0.9, application/json;q=0.1", "text/csv")]
    [InlineData("", "application/json, text/csv;q=0.5", "application/json")]
    [InlineData("", "*/*", "application/json")]
    [InlineData("?format=json", "text/csv", "application/json")]
    public async Task Read_Format_IsTheAddressesThenTheClients(string query, string? accept, string type)
    {
        Put();

        Assert.Equal(type, (await GetAsync(query, accept)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Csv_Filtered_HasTheSameEventsAndAName()
    {
        Put();

        var answer = await GetAsync("?format=csv&actor=ada&limit=2");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal($"{RolloutSamples.Id}-events.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("version,at,kind,actor,sentence,reason,previous_hash,hash,payload\r\n1,2026-11-20T03:00:00Z,rolloutPaused,ada,", text, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], Rows(text).Select(row => row["version"]));
        Assert.True(answer.Headers.Contains("Link"));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\",\"x\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    public async Task Csv_WordsThatASpreadsheetWouldRun_BecomeText(string formula)
    {
        Put(new RecordedRolloutEvent(1, RolloutSamples.Start, formula, new RolloutEvent.RolloutPaused(formula)));

        var row = Assert.Single(Rows(await (await GetAsync("?format=csv")).Content.ReadAsStringAsync()));

        Assert.Equal(("'" + formula, "'" + formula), (row["actor"], row["reason"]));
    }

    [Fact]
    public async Task Csv_QuotesCommasAndLines_ComeBackAsTheyWere()
    {
        const string Words = "he said \"no\", then\r\nleft";
        Put(new RecordedRolloutEvent(1, RolloutSamples.Start, "ada", new RolloutEvent.RolloutPaused(Words)));

        var text = await (await GetAsync("?format=csv")).Content.ReadAsStringAsync();

        Assert.Equal(Words, Assert.Single(Rows(text))["reason"]);
        Assert.Contains("\"he said \"\"no\"\", then\r\nleft\"", text, StringComparison.Ordinal);
    }

    private static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = CsvReader.Create(new StringReader(text));
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToDictionary(name => name, name => csv.GetString(name)!));
        }

        return rows;
    }

    private void Put(params IReadOnlyList<RecordedRolloutEvent> events)
    {
        IReadOnlyList<RecordedRolloutEvent> recorded = events.Count > 0 ? events :
        [
            new(1, RolloutSamples.Start, "ada", new RolloutEvent.RolloutPaused("lunch")),
            new(2, RolloutSamples.Start.AddMinutes(1), "ada", new RolloutEvent.RolloutResumed()),
            new(3, RolloutSamples.Start.AddMinutes(2), "ada", new RolloutEvent.RolloutPaused("dinner")),
            new(4, RolloutSamples.Start.AddMinutes(3), "bob", new RolloutEvent.ShareMoved(CanaryConsole.Core.Percentage.FromPercent(10), "slower")),
        ];
        _console.Rollouts.Put(RolloutSamples.In(RolloutPhase.Paused), recorded);
        _console.Log.Append(RolloutLedger.StreamOf(RolloutSamples.Id), recorded);
    }

    private Task<HttpResponseMessage> GetAsync(string query, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/rollouts/{RolloutSamples.Id}/events{query}");
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return _console.CreateClient().SendAsync(request);
    }
}
