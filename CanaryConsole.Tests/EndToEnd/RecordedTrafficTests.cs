using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>The recording has five requests a second that take two seconds in the mean and ten at the longest: the limits are set to suit.</summary>
[Collection(nameof(OneAtATime))]
public sealed class RecordedTrafficTests
{
    [RecordedTrafficFact]
    public async Task V9_OnRecordedTraffic_IsRolledBackByItself()
    {
        await using var console = await StartAsync();

        var rollout = await console.UntilFinishedAsync(await console.BeginAsync(Request(9)));

        Assert.Equal(RolloutPhase.RolledBack, rollout.State.Phase);
        Assert.Contains("error rate", rollout.State.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, (await console.DescribeAsync("media-ranker")).Variant("challenger-v9")!.CurrentWeight);
    }

    [RecordedTrafficFact]
    public async Task V8_OnRecordedTraffic_CompletesWithLatenciesOfTheRecording()
    {
        await using var console = await StartAsync();
        TimeSpan? slowest = null;

        var rollout = await console.UntilAsync(await console.BeginAsync(Request(8)), (rollout, endpoint) =>
        {
            slowest = endpoint.History("champion")?.Windows.Max(window => window.LatencyP99) ?? slowest;
            return rollout.State.IsFinished;
        });

        Assert.Equal((RolloutPhase.Completed, null), (rollout.State.Phase, rollout.State.Reason));
        Assert.Equal(Percentage.Whole, (await console.DescribeAsync("media-ranker")).ShareOf("challenger-v8"));
        Assert.InRange(slowest!.Value, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(12));
    }

    private static Task<ConsoleOnSandbox> StartAsync() =>
        ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0, Traffic = new TrafficOptions { Trace = RecordedTraffic.Path } });

    private static RolloutRequest Request(int version) => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = version,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.5, 5)],
        SoakMinutes = 5,
        LatencyP99LimitMs = 15_000,
        ErrorRateLimit = 0.02,
        MinimumRequests = 300,
        ErrorRatioLimit = 2,
        HoldLimitMinutes = 10_000,
    };
}
