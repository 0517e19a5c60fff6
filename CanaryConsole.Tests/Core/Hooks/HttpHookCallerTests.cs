using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CanaryConsole.Core;
using CanaryConsole.Core.Hooks;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Tests.Core.Hooks;

public sealed class HttpHookCallerTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private HookServer _server = null!;
    private HttpHookCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _server = await HookServer.StartAsync();
        _caller = Caller(_server.Host);
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Call_Yes_ProceedsAndTellsWhatItIsAbout()
    {
        _server.Says(200, """{"proceed": true, "reason": "no change freeze"}""");

        var answer = await CallAsync();

        Assert.Equal(new HookAnswer(true, "no change freeze", 200, 1, TimeSpan.Zero), answer);
        var request = Assert.Single(_server.Requests);
        Assert.Equal(("/hooks/check", "application/json", "media-ranker-20261121-1/beforeTraffic/freeze-check"), (request.Path, request.ContentType, request.Key));
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(
            ["hook=freeze-check", "moment=beforeTraffic", "rolloutId=media-ranker-20261121-1", "endpoint=media-ranker", "challenger=challenger-v8", "model=media-ranker-v8", "planDigest=9f86d081", "time=2026-01-05T12:00:00+00:00"],
            body.RootElement.EnumerateObject().Select(member => $"{member.Name}={member.Value.GetString()}"));
    }

    [Fact]
    public async Task Call_Signature_VerifiesAsTheDocumentationSays()
    {
        await CallAsync();

        var request = Assert.Single(_server.Requests);
        var parts = request.Signature!.Split(',').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(HookSamples.Key), Encoding.UTF8.GetBytes($"{parts["t"]}.{request.Body}"));
        Assert.Equal(Convert.ToHexStringLower(expected), parts["v1"]);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), parts["t"]);
    }

    [Theory]
    [InlineData(200, """{"proceed": false, "reason": "freeze\nuntil Monday"}""", "freeze until Monday")]
    [InlineData(200, """{"proceed": false}""", "it answered no")]
    [InlineData(200, """{"proceed": "true"}""", "its answer is not {\"proceed\": true}")]
    [InlineData(200, """{"proceed": 1}""", "its answer is not {\"proceed\": true}")]
    [InlineData(200, """[true]""", "its answer is not {\"proceed\": true}")]
    [InlineData(200, "true, go on", "its answer is not {\"proceed\": true}")]
    [InlineData(200, "", "its answer is not {\"proceed\": true}")]
    [InlineData(500, """{"proceed": true}""", "it answered with status 500")]
    [InlineData(403, """{"reason": "bad signature"}""", "bad signature")]
    public async Task Call_AnythingElse_IsNo(int status, string body, string reason)
    {
        _server.Says(status, body);

        Assert.Equal(new HookAnswer(false, reason, status, 1, TimeSpan.Zero), await CallAsync());
    }

    [Fact]
    public async Task Call_Redirect_IsNoAndNotFollowed()
    {
        _server.Answer = context =>
        {
            context.Response.Redirect(_server.Url);
            return Task.CompletedTask;
        };

        Assert.Equal("it answered with status 302, and redirects are not followed", (await CallAsync()).Reason);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Call_EndlessAnswer_IsNo()
    {
        _server.Answer = async context =>
        {
            await context.Response.WriteAsync("{\"proceed\": true, \"pad\": \"");
            for (var block = 0; block < 70; block++)
            {
                await context.Response.WriteAsync(new string('x', 1024));
            }
        };

        Assert.Equal("its answer is longer than 64 KB", (await CallAsync()).Reason);
    }

    [Fact]
    public async Task Call_NoAnswerInTime_IsNo()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Answer = async context =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        var calling = CallAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(new HookAnswer(false, "no answer within 30 s, tried once: nobody answered", null, 1, TimeSpan.FromSeconds(30)), await calling);
    }

    [Fact]
    public async Task Call_NobodyListens_IsTriedAgainUntilItsTimeIsUp()
    {
        var port = FreePort();
        using var caller = Caller($"localhost:{port}");
        var calling = caller.CallAsync(HookSamples.Call($"https://localhost:{port}/", seconds: 10), CancellationToken.None);

        for (var second = 0; second < 10; second++)
        {
            // One timer for the call's time, one for the pause before the next try.
            Assert.True(SpinWait.SpinUntil(() => _clock.ArmedTimers == 2 || calling.IsCompleted, TimeSpan.FromSeconds(30)));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var answer = await calling;
        Assert.False(answer.Proceed);
        Assert.Equal(4, answer.Tries);
        Assert.StartsWith("no answer within 10 s, tried 4 times: ", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_CertificateOfSomebodyElse_IsNo()
    {
        using var caller = new HttpHookCaller(HookConnection.Create(), new HookRules(HookSamples.Allowing(_server.Host)), HookSamples.Allowing(_server.Host), _clock, new WallClock(_clock));
        var calling = caller.CallAsync(HookSamples.Call(_server.Url, seconds: 1), CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(() => _clock.ArmedTimers == 2 || calling.IsCompleted, TimeSpan.FromSeconds(30)));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False((await calling).Proceed);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Call_HostTakenOffTheList_IsNotCalled()
    {
        using var caller = Caller("hooks.example.com");

        var answer = await caller.CallAsync(HookSamples.Call(_server.Url), CancellationToken.None);

        Assert.Equal(new HookAnswer(false, $"its host {_server.Host} is not among Hooks:AllowedHosts", null, 0, TimeSpan.Zero), answer);
        Assert.Empty(_server.Requests);
    }

    private Task<HookAnswer> CallAsync() => _caller.CallAsync(HookSamples.Call(_server.Url), CancellationToken.None);

    private HttpHookCaller Caller(string hosts) => new(_server.Connect(), new HookRules(HookSamples.Allowing(hosts)), HookSamples.Allowing(hosts), _clock, new WallClock(_clock));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
