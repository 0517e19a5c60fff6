using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>Scaling, capture, alarms and tags of the challenger's own, through the monitor.</summary>
public class ChallengerSurroundingsTests
{
    [Fact]
    public async Task Completed_ScalingOfItsOwn_IsPutWhereTheChampionsWouldHaveMoved()
    {
        using var bench = Bench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Scaling = new ScalingRequest("latency", 80, 2, 6) });

        await bench.UntilAsync(id, RolloutPhase.Baking);
        Assert.Equal(["champion"], bench.Cloud.Scaling.Keys);
        var state = await bench.UntilAsync(id, RolloutPhase.Completed);

        var scaling = Assert.Single(bench.Cloud.Scaling).Value;
        Assert.Equal(("challenger-v8", 2, 6, "Latency 80"), (scaling.Variant, scaling.Minimum, scaling.Maximum, scaling.Policies.Single().Definition));
        Assert.Equal("challenger-v8: as planned", state.Task(RolloutTask.MoveScaling).Text);
    }

    [Fact]
    public async Task RolledBack_ScalingOfItsOwn_IsNeverPut()
    {
        using var bench = Bench();
        bench.Cloud.ChallengerErrors = 1;
        var id = await bench.StartAsync(MonitorBench.Request() with { Scaling = new ScalingRequest("invocationsPerInstance", 500) });

        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.True(FakeCloud.ChampionScaling.IsSameAs(Assert.Single(bench.Cloud.Scaling).Value));
    }

    [Fact]
    public async Task Alarms_AreThereBeforeTheChallengerAndGoneWithTheWayBack()
    {
        using var bench = Bench();
        bench.Cloud.ChallengerErrors = 1;
        var id = await bench.StartAsync(WithAlarms());

        await bench.UntilAsync(id, RolloutPhase.Baking);
        Assert.Equal([$"canaryconsole-{id}-challenger-cpu", $"canaryconsole-{id}-challenger-latency-p99"], bench.Cloud.Alarms.Keys.Order(StringComparer.Ordinal));
        Assert.True(bench.Cloud.Calls.IndexOf("PutAlarms") < bench.Cloud.Calls.IndexOf("AddVariant"));
        var state = await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Empty(bench.Cloud.Alarms);
        Assert.Equal("2 alarms are gone", state.Task(RolloutTask.RemoveAlarms).Text);
    }

    [Fact]
    public async Task Alarms_OfAChallengerThatStays_GoWhenTheNextOneTakesItsPlace()
    {
        using var bench = Bench();
        var first = await bench.StartAsync(WithAlarms());
        await bench.UntilAsync(first, RolloutPhase.Completed);
        Assert.Equal(2, bench.Cloud.Alarms.Count);

        var second = await bench.StartAsync(MonitorBench.Request() with { ChallengerVariant = "again" });
        await bench.UntilAsync(second, RolloutPhase.Completed);

        Assert.Empty(bench.Cloud.Alarms);
    }

    [Fact]
    public async Task Alarms_ThatCannotBeMade_HoldTheStartAndPageAPerson()
    {
        using var bench = Bench();
        var id = await bench.StartAsync(WithAlarms());
        for (var tick = 0; tick < 30; tick++)
        {
            bench.Cloud.Fail["PutAlarms"] = new CloudException(CloudFailure.AccessDenied, "Not authorised to PutMetricAlarm.");
            await bench.TickAsync();
        }

        Assert.Equal((RolloutPhase.Preparing, true), (bench.State(id).Phase, bench.State(id).Paged));
        Assert.DoesNotContain("AddVariant", bench.Cloud.Calls);
    }

    [Fact]
    public async Task Capture_IsInTheConfigurationThatTheRolloutMakes()
    {
        using var bench = Bench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Capture = new CaptureRequest(0.2, "s3://captures/media-ranker/") });

        await bench.UntilAsync(id, RolloutPhase.Baking);

        Assert.Equal(new DataCapture("s3://captures/media-ranker", Percentage.FromPercent(20)), bench.Cloud.Endpoint.Capture);
    }

    [Fact]
    public async Task Tags_AreOnTheModelThatTheRolloutMakes()
    {
        using var bench = Bench();
        bench.Cloud.MissingModels.Add("media-ranker-v8");
        var id = await bench.StartAsync(MonitorBench.Request() with { Tags = new Dictionary<string, string> { ["cost-centre"] = "4711" } });

        await bench.UntilAsync(id, RolloutPhase.Baking);

        Assert.Equal(("4711", id.Value), (bench.Cloud.Made.Single().Tags["cost-centre"], bench.Cloud.Made.Single().Tags["canaryconsole:rollout"]));
        Assert.DoesNotContain("cost-centre", bench.Cloud.Tags.Keys);
    }

    [Fact]
    public void ChallengerAlarms_Cpu_CountsEveryCoreOfTheInstance()
    {
        var plan = Rollouts.RolloutSamples.Plan() with
        {
            Surroundings = new RolloutSurroundings(RollbackPolicy.TrafficOnly, false, null, 2, false, null, null, false) { Alarms = [new ChallengerAlarm(ChallengerAlarmKind.Cpu, 80, 3), new ChallengerAlarm(ChallengerAlarmKind.Cpu, 95, 1)] },
        };

        var alarms = ChallengerAlarms.Of("r-1", plan);

        Assert.Equal(["canaryconsole-r-1-challenger-cpu", "canaryconsole-r-1-challenger-cpu-2"], alarms.Select(alarm => alarm.Name));
        Assert.Equal([320, 380], alarms.Select(alarm => ((AlarmRule.Utilization)alarm.Rule).LimitPercent));
    }

    [Theory]
    [InlineData("ml.m5.xlarge", 4)]
    [InlineData("ml.m5.large", 2)]
    [InlineData("ml.g5.12xlarge", 48)]
    [InlineData("ml.c4.8xlarge", 36)]
    [InlineData("ml.p5.48xlarge", 192)]
    [InlineData("ml.strange", null)]
    [InlineData("", null)]
    public void InstanceCores_ByTheNamesSize_AreAmazons(string type, int? cores) => Assert.Equal(cores, InstanceCores.Of(type));

    private static RolloutRequest WithAlarms() => MonitorBench.Request() with { Alarms = [new AlarmRequest("latencyP99", 150), new AlarmRequest("cpu", 80, 5)] };

    private static MonitorBench Bench()
    {
        var bench = new MonitorBench();
        bench.Cloud.Scaling["champion"] = FakeCloud.ChampionScaling;
        return bench;
    }
}
