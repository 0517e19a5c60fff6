using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>The whole engine over a cloud whose deployment is moved by hand.</summary>
public sealed class ManagedDeploymentTests : IDisposable
{
    private readonly MonitorBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Deployment_ThatGoesThrough_SoaksAndLeavesNoAlarmBehind()
    {
        var id = await DeployingAsync();
        Assert.Equal(3, _bench.Cloud.Alarms.Count);
        _bench.Cloud.Bake(0.5);
        await _bench.TickAsync();
        Assert.Equal(Percentage.FromPercent(50), _bench.State(id).ChallengerShare);

        _bench.Cloud.Finish();
        var soaking = await _bench.UntilAsync(id, RolloutPhase.Soaking);
        Assert.Equal(Percentage.Whole, soaking.ChallengerShare);
        await _bench.UntilAsync(id, RolloutPhase.Completed);

        Assert.Empty(_bench.Cloud.Alarms);
        Assert.DoesNotContain("SetWeights", _bench.Cloud.Calls);
        Assert.DoesNotContain("SetAlarmState", _bench.Cloud.Calls);
    }

    [Fact]
    public async Task RollbackByHand_SetsTheAbortAlarmAgainAndAgain_UntilSageMakerTurnsBack()
    {
        var id = await DeployingAsync();
        _bench.Cloud.Bake(0.1);
        await _bench.TickAsync();

        await _bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        await _bench.TickAsync();
        Assert.Equal(AlarmState.Alarm, _bench.Cloud.Alarms[$"canaryconsole-{id}-abort"]);

        _bench.Cloud.Alarms[$"canaryconsole-{id}-abort"] = AlarmState.Ok;
        await _bench.TickAsync();
        Assert.Equal(AlarmState.Alarm, _bench.Cloud.Alarms[$"canaryconsole-{id}-abort"]);

        _bench.Cloud.TurnBack();
        await _bench.TickAsync();
        Assert.Equal(RolloutPhase.RollingBack, _bench.State(id).Phase);
        _bench.Cloud.GoneBack();
        var back = await _bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Equal("looks odd", back.Reason);
        Assert.Empty(_bench.Cloud.Alarms);
    }

    [Fact]
    public async Task Alarm_ThatFires_IsTheReasonOfTheRollback()
    {
        var id = await DeployingAsync();
        _bench.Cloud.Bake(0.1);
        await _bench.TickAsync();
        _bench.Cloud.Alarms[$"canaryconsole-{id}-errors"] = AlarmState.Alarm;
        _bench.Cloud.TurnBack();
        await _bench.UntilAsync(id, RolloutPhase.RollingBack);
        _bench.Cloud.GoneBack();

        var back = await _bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal($"SageMaker rolled back: alarm canaryconsole-{id}-errors went into ALARM", back.Reason);
        Assert.True(back.AutomaticRollback);
    }

    [Fact]
    public async Task NewFleetThatFails_SeenByTheConsoleItself_IsAborted()
    {
        var id = await DeployingAsync();
        _bench.Cloud.ChallengerErrors = 3;
        _bench.Cloud.Bake(0.5);

        var back = await _bench.UntilAsync(id, RolloutPhase.RollingBack);

        Assert.Contains("error rate", back.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(AlarmState.Alarm, _bench.Cloud.Alarms[$"canaryconsole-{id}-abort"]);
    }

    [Fact]
    public async Task InServiceOnTheOldConfiguration_WithoutAReason_IsARollbackAndNotASuccess()
    {
        var id = await DeployingAsync();
        _bench.Cloud.GoneBack();

        var back = await _bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal("SageMaker went back to the old configuration by itself and gave no reason", back.Reason);
    }

    [Fact]
    public async Task RollbackInTheSoak_DeploysTheOldConfigurationAgain()
    {
        var id = await DeployingAsync();
        _bench.Cloud.Finish();
        await _bench.UntilAsync(id, RolloutPhase.Soaking);

        await _bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        await _bench.TickAsync();
        Assert.Contains("Revert", _bench.Cloud.Calls);
        _bench.Cloud.Finish();

        await _bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Equal("media-ranker-config", _bench.Cloud.Endpoint.ConfigName);
        Assert.DoesNotContain("SetWeights", _bench.Cloud.Calls);
    }

    [Fact]
    public async Task FleetWithoutMetricsOfItsOwn_IsSaidOnce_AndTheAlarmsAreReliedOn()
    {
        var id = await DeployingAsync();
        _bench.Cloud.PublishesFleets = false;
        _bench.Cloud.Bake(0.5);
        for (var tick = 0; tick < 60; tick++)
        {
            await _bench.TickAsync();
        }

        var lost = Assert.Single(_bench.Snapshot.Rollout(id)!.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.EvidenceLost>());
        Assert.Contains("only the alarms in CloudWatch watch it", lost.Why, StringComparison.Ordinal);
        Assert.Equal(RolloutPhase.Deploying, _bench.State(id).Phase);
    }

    [Fact]
    public async Task Cancel_BeforeTheUpdate_DeletesTheAlarms()
    {
        _bench.Cloud.Alarms["pages"] = AlarmState.Ok;
        var id = await _bench.StartAsync(Request() with { Managed = new ManagedRequest { Alarms = ["pages"] } });
        _bench.Cloud.Alarms["pages"] = AlarmState.Alarm;
        for (var tick = 0; tick < 12 && _bench.Cloud.Alarms.Count < 4; tick++)
        {
            await _bench.TickAsync();
        }

        Assert.Equal(RolloutPhase.Preparing, _bench.State(id).Phase);
        Assert.DoesNotContain("Deploy", _bench.Cloud.Calls);
        await _bench.Rollouts.CancelAsync(id, "changed our mind", "ann", CancellationToken.None);

        var cancelled = await _bench.UntilAsync(id, RolloutPhase.Cancelled);
        Assert.Equal("changed our mind", cancelled.Reason);
        Assert.Equal(["pages"], _bench.Cloud.Alarms.Keys);
    }

    [Fact]
    public async Task LostReplyOfTheUpdate_IsAskedForAgain()
    {
        _bench.Cloud.Fail["Deploy"] = new CloudException(CloudFailure.Unavailable, "no answer");
        var id = await _bench.StartAsync(Request());

        for (var tick = 0; tick < 30 && _bench.Cloud.Endpoint.Status is EndpointStatus.InService; tick++)
        {
            await _bench.TickAsync();
        }

        Assert.Equal(2, _bench.State(id).Managed!.Attempts);
    }

    [Fact]
    public async Task Pause_IsRefusedWithTheReason()
    {
        var id = await DeployingAsync();

        var refused = Assert.IsType<CommandResult.Refused>(await _bench.Rollouts.PauseAsync(id, "lunch", "ann", CancellationToken.None));

        Assert.Contains("SageMaker has no operation that pauses a deployment", refused.Reason, StringComparison.Ordinal);
    }

    private async Task<RolloutId> DeployingAsync()
    {
        var id = await _bench.StartAsync(Request());
        await _bench.UntilAsync(id, RolloutPhase.Deploying);
        return id;
    }

    private static RolloutRequest Request() => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = 8,
        Strategy = Strategy.BlueGreen,
        SoakMinutes = 5,
    };
}
