using System.Text;
using System.Text.Json;
using CanaryConsole.Aws;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Storage.Sqlite;
using CanaryConsole.Tests.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>kill -9 at twenty random moments of rollouts, against a sandbox that goes on meanwhile.</summary>
[Collection(nameof(OneAtATime))]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;
    private const double TimeScale = 60;
    private const string Endpoint = "media-ranker";

    /// <summary>Every other one fails and must go back; the healthy ones must go through.</summary>
    private static readonly int[] Versions = [9, 8, 9, 13];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    private readonly string _folder = Directory.CreateTempSubdirectory("canaryconsole-kill").FullName;
    private readonly Random _random = new(20261121);
    private readonly CancellationTokenSource _limit = new(Limit, TimeProvider.System);

    /// <summary>By rollout, the events that were seen through the API: none of them may ever be missing or different again.</summary>
    private readonly Dictionary<string, IReadOnlyList<string>> _seen = [];

    /// <summary>By rollout, how many pauses were acknowledged.</summary>
    private readonly Dictionary<string, int> _pauses = [];

    private string Database => Path.Combine(_folder, "canaryconsole.db");

    [Fact]
    public async Task Killed_TwentyTimes_GoesOnWithEveryEventOnceAndTheChainWhole()
    {
        var origin = TimeProvider.System.GetUtcNow();
        await using var sandbox = await SandboxProgram.StartAsync(TimeScale, origin);
        var console = new KilledConsole(sandbox, Database, TimeScale, origin);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await LiveAndDieAsync(console, kill);
        }

        await using (var last = console.Start())
        {
            await console.ReadyAsync(last);
            using var client = console.Client();
            await FinishAsync(client);
        }

        await CheckStreamsAsync(sandbox.Port);
        var verified = await ConsoleProgram.RunAsync("verify", $"--Storage:Path={Database}");
        Assert.Equal((0, ""), (verified.Code, verified.Errors));
        output.WriteLine(verified.Output);

        FlipOneByte();
        var broken = await ConsoleProgram.RunAsync("verify", $"--Storage:Path={Database}");
        Assert.Equal(1, broken.Code);
        Assert.Contains("its content does not match its hash", broken.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _limit.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task LiveAndDieAsync(KilledConsole console, int kill)
    {
        await using var program = console.Start();

        // Some are killed while they start: reading the log, opening the file, making the first look.
        if (kill % 5 == 0)
        {
            await PassAsync(200, 1_500);
            output.WriteLine($"kill {kill}: while starting");
            return;
        }

        await console.ReadyAsync(program);
        using var client = console.Client();
        var rollout = await ActiveAsync(client);
        await PassAsync(0, 1_500);
        if (_random.Next(3) == 0)
        {
            await PauseAsync(client, rollout);
        }

        await PassAsync(0, 1_500);
        await SeeAsync(client, rollout);
        output.WriteLine($"kill {kill}: {rollout} is {(await client.NewestAsync(Endpoint))?.GetProperty("phase")} with {_seen[rollout].Count} events");
        await PassAsync(0, 300);
    }

    /// <summary>The rollout in progress, resumed if it is paused, or a new one.</summary>
    private async Task<string> ActiveAsync(ApiClient client)
    {
        if (await client.NewestAsync(Endpoint) is { } newest)
        {
            var id = newest.GetProperty("id").GetString()!;
            await SeeAsync(client, id);
            if (!newest.GetProperty("finished").GetBoolean())
            {
                await ResumeAsync(client, newest);
                return id;
            }
        }

        var begun = await client.WriteAsync("api/rollouts", Request(Versions[_seen.Count % Versions.Length]));
        var acknowledged = begun?.GetProperty("id").GetString() ?? throw new InvalidOperationException("The rollout was refused.");
        await SeeAsync(client, acknowledged);
        return acknowledged;
    }

    /// <summary>What was seen of a rollout before must stand unchanged at the start of what is there now.</summary>
    private async Task SeeAsync(ApiClient client, string rollout)
    {
        var now = await client.EventsAsync(rollout);
        var before = _seen.GetValueOrDefault(rollout) ?? [];
        Assert.Equal(before, now.Take(before.Count));
        _seen[rollout] = now;
    }

    private async Task PauseAsync(ApiClient client, string rollout)
    {
        if (await client.WriteAsync($"api/rollouts/{rollout}/pause", new { reason = "a look at the logs" }) is not null)
        {
            _pauses[rollout] = _pauses.GetValueOrDefault(rollout) + 1;
        }
    }

    private static async Task ResumeAsync(ApiClient client, JsonElement rollout)
    {
        if (string.Equals(rollout.GetProperty("phase").GetString(), nameof(RolloutPhase.Paused), StringComparison.OrdinalIgnoreCase))
        {
            await client.WriteAsync($"api/rollouts/{rollout.GetProperty("id")}/resume", new { });
        }
    }

    /// <summary>The last rollout comes to its end when nobody kills the console any more.</summary>
    private async Task FinishAsync(ApiClient client)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        var rollout = await ActiveAsync(client);
        while (await client.NewestAsync(Endpoint) is { } newest && !newest.GetProperty("finished").GetBoolean())
        {
            await ResumeAsync(client, newest);
            await look.WaitForNextTickAsync(_limit.Token);
        }

        await SeeAsync(client, rollout);
    }

    private async Task CheckStreamsAsync(int sandboxPort)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", Database)]).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .Configure<StorageOptions>(settings.GetSection(StorageOptions.Section))
            .AddSqliteStorage()
            .AddCanaryAws(new AwsOptions { SandboxPort = sandboxPort })
            .BuildServiceProvider();
        var store = services.GetRequiredService<IEventStore>();
        var streams = await store.ListStreamsAsync(RolloutEventJson.StreamPrefix, 1_000, _limit.Token);

        // A rollout nobody was told of may have been recorded by a request whose answer the kill cut off; one that was acknowledged must be there.
        Assert.Subset(streams.ToHashSet(), _seen.Keys.Select(id => RolloutEventJson.StreamPrefix + id).ToHashSet());
        foreach (var stream in streams)
        {
            Check(await store.ReadAsync(stream, 0, _limit.Token));
        }

        Assert.Empty(await store.ListClaimsAsync("", _limit.Token));
        var endpoint = await services.GetRequiredService<IEndpointControl>().DescribeAsync(Endpoint, _limit.Token);
        Assert.Equal(EndpointStatus.InService, endpoint.Status);
        Assert.DoesNotContain(endpoint.Variants, variant => variant.ModelName == "media-ranker-v9" && variant.CurrentWeight > 0);
    }

    private void Check(IReadOnlyList<StoredEvent> stored)
    {
        var events = stored.Select(RolloutEventJson.FromStored).ToList();
        var state = RolloutEvolution.Fold(events);
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(happened => happened.Version));

        // Each of these happens once in a rollout's life: a second one would be the first, done again after a kill.
        foreach (var name in (string[])["rolloutPlanned", "preparationStarted", "variantReady", "smokeTestPassed", "promotionStarted", "soakStarted", "rollbackStarted", "rolledBack", "rolloutCompleted"])
        {
            Assert.True(stored.Count(one => one.Type == name) <= 1, $"{state.Id} has {name} more than once.");
        }

        Assert.Equal(events.Select(happened => happened.Event).OfType<RolloutEvent.StepStarted>().Select(step => step.Step).Distinct().Count(), stored.Count(one => one.Type == "stepStarted"));
        Assert.Equal(_pauses.GetValueOrDefault(state.Id.Value), events.Count(happened => happened is { Event: RolloutEvent.RolloutPaused, Actor: not "monitor" }));
        Assert.Equal(state.Plan.Challenger.PackageVersion == 9 ? RolloutPhase.RolledBack : RolloutPhase.Completed, state.Phase);
        output.WriteLine($"{state.Id}: v{state.Plan.Challenger.PackageVersion} {state.Phase} after {events.Count} events; {state.Reason}");
    }

    /// <summary>In the payload of the newest event. Its hash finds the place: older text may also lie, unused, where SQLite has moved a row from.</summary>
    private void FlipOneByte()
    {
        string hash;
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); SELECT hash FROM events ORDER BY position DESC LIMIT 1";
            using var rows = command.ExecuteReader();
            Assert.True(rows.Read() && rows.GetInt64(0) == 0 && rows.NextResult() && rows.Read());
            hash = rows.GetString(0);
        }

        // A row's columns lie side by side: payload, previous hash, hash.
        var bytes = File.ReadAllBytes(Database);
        var payloadEnd = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(hash)) - hash.Length;
        Assert.Equal((byte)'}', bytes[payloadEnd - 1]);
        bytes[payloadEnd - 3] ^= 1;
        File.WriteAllBytes(Database, bytes);
    }

    private Task PassAsync(int least, int most) => Task.Delay(TimeSpan.FromMilliseconds(_random.Next(least, most)), TimeProvider.System, _limit.Token);

    private static object Request(int version) => new
    {
        endpoint = Endpoint,
        packageGroup = Endpoint,
        packageVersion = version,
        strategy = "customSteps",
        steps = new[] { new { share = 0.25, bakeMinutes = 1 }, new { share = 0.5, bakeMinutes = 1 } },
        soakMinutes = 1,
        errorRatioLimit = 2,
        holdLimitMinutes = 10_000,
    };
}
