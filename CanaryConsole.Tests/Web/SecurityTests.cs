using System.Net;
using CanaryConsole.Hosting.Security;

namespace CanaryConsole.Tests.Web;

public sealed class SecurityTests : IClassFixture<ConsoleFixture>
{
    private readonly ConsoleFactory _console;

    public SecurityTests(ConsoleFixture fixture) => _console = fixture.Fresh();

    [Theory]
    [InlineData("/")]
    [InlineData("/api/endpoints")]
    [InlineData("/healthz")]
    [InlineData("/nowhere")]
    public async Task Answer_OfAnyKind_CarriesTheHeadersThatProtectThePage(string address)
    {
        var answer = await _console.CreateClient().GetAsync(new Uri(address, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' ws://localhost;", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_AsServed_HasNoInlineScript()
    {
        var page = await _console.CreateClient().GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.DoesNotMatch("<script(?![^>]*src=)[^>]*>", page);
        Assert.DoesNotMatch("\\son[a-z]+=\"", page);
        Assert.Contains("_framework/blazor.web", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/api/rollouts")]
    [InlineData("PUT", "/api/endpoints/media-ranker/weights")]
    [InlineData("POST", "/hubs/live/negotiate")]
    [InlineData("GET", "/hubs/live")]
    [InlineData("POST", "/_blazor/negotiate")]
    [InlineData("GET", "/_blazor")]
    [InlineData("POST", "/_blazor/disconnect")]
    public async Task Request_FromAnotherSitesPage_IsForbidden(string method, string address)
    {
        foreach (var origin in new[] { "http://evil.example", "null", "http://localhost:81", "https://localhost" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add("Origin", origin);

            var answer = await _console.CreateClient().SendAsync(request);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Empty(_console.Rollouts.Commands);
    }

    [Theory]
    [InlineData("http://localhost")]
    [InlineData(null)]
    public async Task Hub_AskedByItsOwnPageOrByAProgram_Answers(string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/live/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        var answer = await _console.CreateClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("rebound.example")]
    [InlineData("192.168.1.7")]
    public async Task Request_ByANameThatIsNotThisMachine_IsRefused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/endpoints");
        request.Headers.Host = host;

        var answer = await _console.CreateClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Writes_MoreThanAClientMay_AreTurnedAwayWithATime()
    {
        using var console = new ConsoleFactory { Allowance = new Allowance() };
        var client = console.CreateClient();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < (Allowance.WriteBurst * 3) && answers is not [.., { StatusCode: HttpStatusCode.TooManyRequests }]; i++)
        {
            answers.Add(await client.PostJsonTextAsync("/api/rollouts", "{}"));
        }

        var refused = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.True(answers.Count > Allowance.WriteBurst);
    }
}
