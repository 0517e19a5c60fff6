using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.EndToEnd;

[Collection(nameof(OneAtATime))]
public sealed class ManagedDeploymentTests
{
    [Fact]
    public async Task FailingVersion_ConsoleBlind_IsRolledBackByItsAlarm()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0, Faults = ["throttle operation=GetMetricData rate=1"] });
        var id = await console.BeginAsync(Request(9));

        var rollout = await console.UntilFinishedAsync(id);

        // The console's words where it saw the alarm before SageMaker was done, SageMaker's own where it did not.
        Assert.Equal(RolloutPhase.RolledBack, rollout.State.Phase);
        Assert.Matches($"^SageMaker rolled back: .*canaryconsole-{id}-errors\"? went into (the )?ALARM", rollout.State.Reason);
        var endpoint = await console.DescribeAsync("media-ranker");
        Assert.Equal((EndpointStatus.InService, "media-ranker-config", "media-ranker-v7"), (endpoint.Status, endpoint.ConfigName, endpoint.Variants[0].ModelName));
        Assert.Contains($"canaryconsole-{id}-abort", endpoint.LastDeploymentAlarms);
        Assert.Empty(await AlarmsAsync(console));
        Assert.Empty((await console.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task HealthyVersion_RolledBackByHandWhileItBakes_IsBackByItsAbortAlarm()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request(8));
        var baking = await console.UntilAsync(id, (rollout, _) => rollout.State.Managed?.Progress is { Stage: PendingStage.Baking });
        Assert.Equal(Percentage.FromPercent(50), baking.State.ChallengerShare);

        await console.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal((RolloutPhase.RolledBack, "looks odd"), (rollout.State.Phase, rollout.State.Reason));
        Assert.Contains(rollout.Events, happened => happened.Event is RolloutEvent.ManagedEvent.AbortRequested);
        Assert.Contains(rollout.Events, happened => happened.Event is RolloutEvent.ManagedEvent.AlarmStatesSeen seen && seen.Alarms.Any(alarm => alarm.Name.EndsWith("-abort", StringComparison.Ordinal) && alarm.State is AlarmState.Alarm));
        Assert.Equal("media-ranker-config", (await console.DescribeAsync("media-ranker")).ConfigName);
        Assert.Empty(await AlarmsAsync(console));
    }

    [Fact]
    public async Task HealthyVersion_GoesThrough_SoaksAndCompletes()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request(8));

        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal((RolloutPhase.Completed, null), (rollout.State.Phase, rollout.State.Reason));
        Assert.Contains(rollout.Events, happened => happened.Event is RolloutEvent.ManagedEvent.DeploymentProgressed { Progress: { Stage: PendingStage.Baking, Share.Fraction: 0.5 } });
        var endpoint = await console.DescribeAsync("media-ranker");
        Assert.Equal((EndpointStatus.InService, "media-ranker-v8"), (endpoint.Status, Assert.Single(endpoint.Variants).ModelName));
        Assert.Empty(await AlarmsAsync(console));
    }

    [Fact]
    public async Task Rolling_FailingVersion_SeenByTheConsole_IsBackOnTheOldConfiguration()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request(9) with { Strategy = Strategy.Rolling, Managed = new ManagedRequest { WaitSeconds = 600 } });

        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal(RolloutPhase.RolledBack, rollout.State.Phase);
        Assert.True(rollout.State.AutomaticRollback);
        Assert.Equal("media-ranker-config", (await console.DescribeAsync("media-ranker")).ConfigName);
    }

    private static async Task<IReadOnlyList<MetricAlarm>> AlarmsAsync(ConsoleOnSandbox console) =>
        (await console.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNamePrefix = "canaryconsole-" })).MetricAlarms ?? [];

    // A machine that is busy elsewhere may stop this clock for minutes of its own: a hold must not end in a rollback for that.
    private static RolloutRequest Request(int version) => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = version,
        Strategy = Strategy.BlueGreen,
        Managed = new ManagedRequest { CanarySize = new FleetSizeRequest { Value = 50 }, WaitSeconds = 600 },
        SoakMinutes = 2,
        ErrorRatioLimit = 2,
        HoldLimitMinutes = 10_000,
    };
}
