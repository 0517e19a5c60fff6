using CanaryConsole.Aws;
using CanaryConsole.Benchmarks.Cloud;
using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Benchmarks.Engine;

/// <summary>The console without its pages: the real engine, AWS clients and SQLite file, against the fake AWS; ticks come when the benchmark says so.</summary>
internal sealed class MeasuredConsole : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTicks = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider _services;
    private readonly SteppingClock _clock;
    private readonly string _folder;
    private int _begun;

    private MeasuredConsole(ServiceProvider services, SteppingClock clock, FakeAccount account, FakeAws aws, string folder) =>
        (_services, _clock, Account, Aws, _folder) = (services, clock, account, aws, folder);

    public FakeAccount Account { get; }

    public FakeAws Aws { get; }

    public IEnumerable<RolloutState> Rollouts => _services.GetRequiredService<RolloutLedger>().All.Select(rollout => rollout.State);

    /// <summary>Starts with a rollout that bakes on every endpoint.</summary>
    public static async Task<MeasuredConsole> StartAsync(CancellationToken cancellationToken)
    {
        var clock = new SteppingClock();
        var account = new FakeAccount(BenchmarkSize.Endpoints, clock);
        var aws = await FakeAws.StartAsync(account, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("canaryconsole-benchmark-").FullName;
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:Path", Path.Combine(folder, "canaryconsole.db"))])
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSqliteStorage()
            .AddCanaryAws(new AwsOptions { Mode = AwsMode.Sandbox, SandboxPort = aws.Port })
            .AddCanaryCore();
        services.AddOptions<StorageOptions>().Bind(settings.GetSection(StorageOptions.Section));
        var console = new MeasuredConsole(services.BuildServiceProvider(), clock, account, aws, folder);
        await console.BeginAsync(account.Endpoints, cancellationToken);
        return console;
    }

    /// <summary>One rollout more on each endpoint, baking since a while.</summary>
    public async Task BeginAsync(IEnumerable<FakeEndpoint> endpoints, CancellationToken cancellationToken)
    {
        var store = _services.GetRequiredService<IEventStore>();
        foreach (var endpoint in endpoints)
        {
            if (await store.AppendAsync(BakingRollout.Of(endpoint, ++_begun, _clock.GetUtcNow()), cancellationToken) is not AppendResult.Appended)
            {
                throw new InvalidOperationException($"Endpoint {endpoint.Name} is not free for another rollout.");
            }
        }

        await _services.GetRequiredService<RolloutLedger>().LoadAsync(cancellationToken);
    }

    /// <summary>Ten seconds later, one look at everything; answers with how long it took.</summary>
    public async Task<TimeSpan> TickAsync(CancellationToken cancellationToken)
    {
        _clock.Advance(BetweenTicks);
        var started = TimeProvider.System.GetTimestamp();
        await _services.GetRequiredService<MonitorTick>().RunOnceAsync(cancellationToken);
        return TimeProvider.System.GetElapsedTime(started);
    }

    /// <summary>The two newest whole windows: failures there are a breach at the next look.</summary>
    public DateTimeOffset NewestWindows()
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(now - (now % 10) - 10);
    }

    public void Recover(FakeEndpoint endpoint) => endpoint.Recover(_clock.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Aws.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
