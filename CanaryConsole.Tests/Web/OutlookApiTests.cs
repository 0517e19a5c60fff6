using System.Net;
using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Hosting.Settings;
using CanaryConsole.Tests.Components;
using CanaryConsole.Tests.Core.Backtests;
using CanaryConsole.Tests.Core.Forecasts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Tests.Web;

public sealed class OutlookApiTests : IDisposable
{
    private readonly ConsoleFactory _console = new();
    private readonly WebApplicationFactory<ConsoleSettings> _host;
    private readonly FakeBacktests _backtests = new();
    private readonly HttpClient _client;

    public OutlookApiTests()
    {
        _host = _console.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IMetricSource>(new DayOfMetrics()));
            services.Replace(ServiceDescriptor.Singleton<IBacktestService>(_backtests));
        }));
        _client = _host.CreateClient();
        _console.Feed.Publish(SnapshotBuilder.Snapshot([SnapshotBuilder.Endpoint()]));
    }

    public void Dispose()
    {
        _client.Dispose();
        _host.Dispose();
        _console.Dispose();
    }

    [Fact]
    public async Task Outlook_OfAPlan_HasSentenceForecastAndFindings()
    {
        var answer = await _client.PostJsonTextAsync("/api/rollouts/outlook", """{"endpoint":"media-ranker","autoRollback":false}""");
        var outlook = await answer.ReadJsonAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("At 5 % ", outlook.Text("sentence"), StringComparison.Ordinal);
        Assert.Equal(4, outlook.GetProperty("forecast").GetProperty("steps").GetArrayLength());
        Assert.Equal(("autoRollback", "False"), (outlook.GetProperty("findings")[0].Text("field"), outlook.GetProperty("findings")[0].Text("isError")));
        Assert.Empty(_console.Rollouts.Requests);
    }

    [Fact]
    public async Task Outlook_OfABadPlan_NamesFieldAndValue()
    {
        var answer = await _client.PostJsonTextAsync("/api/rollouts/outlook", """{"endpoint":"media-ranker","errorRateLimit":3}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(("errorRateLimit", "3"), ((await answer.ReadJsonAsync()).Text("field"), (await answer.ReadJsonAsync()).Text("value")));
    }

    [Fact]
    public async Task Backtest_Started_IsFoundAndCancelled()
    {
        var started = await _client.PostJsonTextAsync("/api/backtests", """{"plan":{"endpoint":"media-ranker"},"days":3,"fromStep":1}""");
        var found = await (await _client.GetAsync(started.Headers.Location)).ReadJsonAsync();
        var cancelled = await _client.DeleteAsync(started.Headers.Location);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NoContent), (started.StatusCode, cancelled.StatusCode));
        Assert.Equal(("reading", "2", "7"), (found.Text("phase"), found.Text("done"), found.Text("total")));
        Assert.Equal((3, 1, "media-ranker"), (_backtests.Started[0].Days!.Value, _backtests.Started[0].FromStep!.Value, _backtests.Started[0].Plan.Endpoint));
        Assert.Equal("backtest-1", Assert.Single(_backtests.Cancelled));
    }

    [Fact]
    public async Task Backtest_Refused_IsAProblemWithItsField()
    {
        _backtests.Refusal = new BacktestStart.Refused(RefusalKind.Invalid, "days", "days is 99; it must be between 1 and 15.");

        var answer = await _client.PostJsonTextAsync("/api/backtests", """{"plan":{"endpoint":"media-ranker"},"days":99}""");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "days", "99"), (answer.StatusCode, (await answer.ReadJsonAsync()).Text("field"), (await answer.ReadJsonAsync()).Text("value")));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Backtest_Unknown_IsNotFound(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/backtests/none");

        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Backtest_UnknownMember_IsRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostJsonTextAsync("/api/backtests", """{"plan":{"endpoint":"media-ranker"},"day":3}""")).StatusCode);
}
