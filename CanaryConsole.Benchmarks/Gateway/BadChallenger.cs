using CanaryConsole.Aws;
using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using CanaryConsole.Benchmarks.Engine;
using CanaryConsole.Core;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Benchmarks.Gateway;

/// <summary>
/// A sandbox on a clock that is stepped second by second, a healthy champion, a challenger that fails eight requests in a hundred, and a hundred requests a second through real HTTP. The same
/// seed, and so the same world, whatever watches over it.
/// </summary>
internal sealed class BadChallenger : IAsyncDisposable
{
    public const string Endpoint = "media-ranker";
    public const int PerSecond = 100;

    private static readonly byte[] Payload = "{}"u8.ToArray();

    private readonly SandboxHost _sandbox;
    private readonly string _folder;
    private readonly InvocationForwarder _forwarder;

    private BadChallenger(SandboxHost sandbox, SteppingClock clock, ServiceProvider console, string folder)
    {
        (_sandbox, Clock, Console, _folder) = (sandbox, clock, console, folder);
        _forwarder = MeasuredGateway.Forwarder(new Uri($"http://127.0.0.1:{sandbox.BoundPort}"));
    }

    public SteppingClock Clock { get; }

    public ServiceProvider Console { get; }

    public static async Task<BadChallenger> StartAsync(bool withGateway, CancellationToken cancellationToken)
    {
        var clock = new SteppingClock();
        var options = new SandboxOptions
        {
            Port = 0,
            Behaviours =
            [
                new() { Model = "media-ranker-v7", P50 = TimeSpan.Zero, P99 = TimeSpan.Zero, ErrorRate = 0.001 },
                new() { Model = "media-ranker/9", P50 = TimeSpan.Zero, P99 = TimeSpan.Zero, ErrorRate = 0.08 },
                new() { Model = "bad", P50 = TimeSpan.Zero, P99 = TimeSpan.Zero, ErrorRate = 0.08 },
            ],
        };
        var sandbox = await SandboxHost.StartAsync(options, clock, NullLoggerFactory.Instance, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("canaryconsole-fastpath-").FullName;
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSqliteStorage()
            .AddCanaryAws(new AwsOptions { SandboxPort = sandbox.BoundPort })
            .AddCanaryCore()
            .AddSingleton(Options.Create(new StorageOptions { Path = Path.Combine(folder, "canaryconsole.db") }))
            .Configure<GatewayOptions>(gateway => gateway.Endpoints = withGateway ? "*" : "");
        return new BadChallenger(sandbox, clock, services.BuildServiceProvider(), folder);
    }

    /// <summary>One second of requests, then one second of the clock; answers with how many requests failed in it.</summary>
    public async Task<int> SecondAsync(CancellationToken cancellationToken)
    {
        var gateway = Console.GetRequiredService<IInvocationGateway>();
        var failed = 0;
        for (var request = 0; request < PerSecond; request++)
        {
            using var answer = await _forwarder.SendAsync(new InvocationToForward(Endpoint, Payload), cancellationToken);
            failed += answer.IsSuccessStatusCode ? 0 : 1;
            if (gateway.Covers(Endpoint))
            {
                gateway.Count(Endpoint, default, CanaryConsole.Gateway.RuntimeAnswer.Variant(answer), answer.IsSuccessStatusCode ? InvocationStatus.Answered : InvocationStatus.ModelServerError, TimeSpan.Zero);
            }
        }

        Clock.Advance(TimeSpan.FromSeconds(1));
        return failed;
    }

    /// <summary>Puts the clock forward to so many seconds before a period of the given seconds begins.</summary>
    public void BeginPeriod(int period, int before)
    {
        var into = (Clock.GetUtcNow().ToUnixTimeSeconds() + before) % period;
        Clock.Advance(TimeSpan.FromSeconds(period - into));
    }

    /// <summary>One second in which only the sandbox's own users ask.</summary>
    public Task<int> IdleAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(0);
    }

    public async ValueTask DisposeAsync()
    {
        await Console.DisposeAsync();
        _forwarder.Dispose();
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
