using System.Globalization;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Endpoints.Deployments;

namespace CanaryConsole.Tests.Sandbox.Endpoints.Deployments;

public sealed class DeploymentTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly SandboxOptions Options = new()
    {
        FleetUpdating = TimeSpan.FromSeconds(100),
        WeightUpdating = TimeSpan.FromSeconds(10),
        FleetTerminating = TimeSpan.FromSeconds(30),
    };

    public static TheoryData<string, DeploymentConfig?, string> Plans => new()
    {
        { "no config", null, "0 Creating 0 4+0; 100 Completed" },
        { "only alarms", new DeploymentConfig { AutoRollbackConfiguration = new AutoRollbackConfig() }, "0 Creating 0 4+0; 100 Completed" },
        {
            "all at once", Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE, termination: 120),
            "0 Creating 0 4+0; 100 ActivatingTraffic 0 4+4; 110 Baking 100 4+4; 170 KeepingOldFleet 100 4+4; 290 DeletingOldFleet 100 4+4; 320 Completed"
        },
        {
            "canary of 10 %", Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10)),
            "0 Creating 0 4+0; 100 ActivatingTraffic 0 4+4; 110 Baking 10 4+4; 170 ActivatingTraffic 10 4+4; 180 Baking 100 4+4; 240 DeletingOldFleet 100 4+4; 270 Completed"
        },
        {
            "canary of one instance", Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Instances(1)),
            "0 Creating 0 4+0; 100 ActivatingTraffic 0 4+4; 110 Baking 25 4+4; 170 ActivatingTraffic 25 4+4; 180 Baking 100 4+4; 240 DeletingOldFleet 100 4+4; 270 Completed"
        },
        {
            "linear in steps of 40 %", Fleets.BlueGreen(TrafficRoutingConfigType.LINEAR, linear: Fleets.Percent(40)),
            "0 Creating 0 4+0; 100 ActivatingTraffic 0 4+4; 110 Baking 40 4+4; 170 ActivatingTraffic 40 4+4; 180 Baking 80 4+4; "
                + "240 ActivatingTraffic 80 4+4; 250 Baking 100 4+4; 310 DeletingOldFleet 100 4+4; 340 Completed"
        },
        {
            "linear in steps of 50 %, no bake", Fleets.BlueGreen(TrafficRoutingConfigType.LINEAR, linear: Fleets.Instances(2), wait: 0),
            "0 Creating 0 4+0; 100 ActivatingTraffic 0 4+4; 110 ActivatingTraffic 50 4+4; 120 DeletingOldFleet 100 4+4; 150 Completed"
        },
        {
            "rolling in halves", Fleets.Rolling(Fleets.Percent(50)),
            "0 Creating 0 4+0; 100 ActivatingTraffic 0 4+2; 110 Baking 50 2+2; 170 Creating 50 2+2; 270 ActivatingTraffic 50 2+4; 280 Baking 100 0+4; 340 Completed"
        },
        {
            "rolling by the least batch, one of four", Fleets.Rolling(Fleets.Percent(5), wait: 0),
            "0 Creating 0 4+0; 100 ActivatingTraffic 0 4+1; 110 Creating 25 3+1; 210 ActivatingTraffic 25 3+2; 220 Creating 50 2+2; 320 ActivatingTraffic 50 2+3; "
                + "330 Creating 75 1+3; 430 ActivatingTraffic 75 1+4; 440 Completed"
        },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void AdvanceTo_NoAlarm_GoesThroughEveryStageOfThePlan(string name, DeploymentConfig? config, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Story(Begin(config), _ => false));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void AdvanceTo_InOneJump_EndsAtTheSameMomentAsInSmallSteps(string name, DeploymentConfig? config, string expected)
    {
        var deployment = Begin(config).AdvanceTo(Start + TimeSpan.FromDays(1), _ => false);

        Assert.True(expected.EndsWith($"; {Seconds(deployment.Outcome!.At)} Completed", StringComparison.Ordinal), $"{name}: {deployment.Outcome}");
    }

    // The alarm goes off at each second in turn: it counts while traffic moves and while a step bakes, and never otherwise.
    [Theory]
    [InlineData(50, "100 DeletingNewFleet 0 4+4; 130 RolledBack")]
    [InlineData(100, "100 DeletingNewFleet 0 4+4; 130 RolledBack")]
    [InlineData(105, "105 DeletingNewFleet 0 4+4; 135 RolledBack")]
    [InlineData(110, "110 DeletingNewFleet 0 4+4; 140 RolledBack")]
    [InlineData(169, "169 DeletingNewFleet 0 4+4; 199 RolledBack")]
    [InlineData(170, "170 DeletingNewFleet 0 4+4; 200 RolledBack")]
    [InlineData(175, "175 DeletingNewFleet 0 4+4; 205 RolledBack")]
    [InlineData(239, "239 DeletingNewFleet 0 4+4; 269 RolledBack")]
    [InlineData(241, "240 KeepingOldFleet 100 4+4; 360 DeletingOldFleet 100 4+4; 390 Completed")]
    [InlineData(365, "360 DeletingOldFleet 100 4+4; 390 Completed")]
    public void AdvanceTo_AlarmFromAMomentOn_RollsBackWhileItIsWatched(int second, string ending)
    {
        var config = Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10), termination: 120, alarms: ["errors", "latency"]);
        var now = Start;

        var story = Story(Begin(config), name => name == "latency" && now >= Start + TimeSpan.FromSeconds(second), at => now = at);

        Assert.EndsWith(ending, story, StringComparison.Ordinal);
    }

    [Fact]
    public void AdvanceTo_Alarm_SaysWhichAlarm()
    {
        var config = Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE, alarms: ["errors", "latency"]);

        var outcome = Begin(config).AdvanceTo(Start + TimeSpan.FromHours(1), name => name == "latency").Outcome;

        Assert.Equal("The deployment was rolled back because the CloudWatch alarm(s) \"latency\" went into the ALARM state.", Assert.IsType<DeploymentOutcome.RolledBack>(outcome).Reason);
    }

    [Fact]
    public void AdvanceTo_LongerThanItsLimit_RollsBackAndSaysSo()
    {
        var config = Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(10), wait: 600, limit: 600);

        var story = Story(Begin(config), _ => false);
        var outcome = Begin(config).AdvanceTo(Start + TimeSpan.FromHours(1), _ => false).Outcome;

        Assert.EndsWith("110 Baking 10 4+4; 600 DeletingNewFleet 0 4+4; 630 RolledBack", story, StringComparison.Ordinal);
        Assert.Equal(
            "The deployment was rolled back because it did not complete within 600 seconds (MaximumExecutionTimeoutInSeconds).",
            Assert.IsType<DeploymentOutcome.RolledBack>(outcome).Reason);
    }

    [Fact]
    public void AdvanceTo_NewFleetThatNeverStarts_IsRolledBackWithoutAWord()
    {
        var deployment = Deployment.Start(
            Options, Fleets.Of("old", 4).Settled(), Fleets.Of("new", 4, starts: false), Fleets.BlueGreen(TrafficRoutingConfigType.ALL_AT_ONCE), Start);

        Assert.Equal(new DeploymentOutcome.RolledBack(Start + TimeSpan.FromSeconds(100), null), deployment.AdvanceTo(Start + TimeSpan.FromHours(1), _ => false).Outcome);
    }

    [Theory]
    [InlineData(null, "275 RestoringOldFleet 50 2+4; 375 DeletingNewFleet 0 4+4; 405 RolledBack")]
    [InlineData(25, "275 RestoringOldFleet 50 2+4; 375 RestoringOldFleet 25 3+2; 475 DeletingNewFleet 0 4+4; 505 RolledBack")]
    public void AdvanceTo_AlarmInARollingDeployment_BringsTheOldFleetBackInBatches(int? batch, string ending)
    {
        var config = Fleets.Rolling(Fleets.Percent(50), batch is { } percent ? Fleets.Percent(percent) : null, alarms: ["errors"]);
        var now = Start;

        var story = Story(Begin(config), _ => now >= Start + TimeSpan.FromSeconds(275), at => now = at);

        Assert.EndsWith(ending, story, StringComparison.Ordinal);
    }

    [Fact]
    public void AdvanceTo_OldFleetThatDoesNotComeBack_LeavesAMixOfBoth()
    {
        var deployment = Deployment.Start(
            Options, Fleets.Of("old", 4, starts: false).Settled(), Fleets.Of("new", 4), Fleets.Rolling(Fleets.Percent(50), alarms: ["errors"]), Start);

        var baking = deployment.AdvanceTo(Start + TimeSpan.FromSeconds(120), _ => false);
        var mixed = baking.AdvanceTo(Start + TimeSpan.FromSeconds(120), _ => true).AdvanceTo(Start + TimeSpan.FromHours(1), _ => true);

        Assert.IsType<DeploymentOutcome.RollbackFailed>(mixed.Outcome);
        Assert.Equal((2, 2, 0.5), (mixed.OldNow.Variants[0].CurrentInstanceCount, mixed.NewNow.Variants[0].CurrentInstanceCount, mixed.Stage.NewShare));
    }

    // No config moves traffic back while it goes forward, beyond everything, or with less than a whole fleet behind it.
    [Fact]
    public void Forward_EveryConfigInBounds_OnlyRaisesTheShareUpToAll()
    {
        var plan = new DeploymentPlan(Options);
        foreach (var instances in Enumerable.Range(1, 12))
        {
            var fleet = Fleets.Of("new", instances);
            foreach (var percent in Enumerable.Range(5, 46))
            {
                foreach (var config in new[]
                {
                    Fleets.BlueGreen(TrafficRoutingConfigType.CANARY, canary: Fleets.Percent(percent)),
                    Fleets.BlueGreen(TrafficRoutingConfigType.LINEAR, linear: Fleets.Percent(Math.Max(10, percent))),
                    Fleets.Rolling(Fleets.Percent(percent)),
                })
                {
                    var stages = plan.Forward(config, fleet);
                    var shares = stages.Select(stage => stage.NewShare).ToList();

                    Assert.Equal(shares.Order(), shares);
                    Assert.Equal((0, 1), (shares[0], shares[^1]));
                    Assert.All(stages, stage => Assert.True(stage.OldCapacity + stage.NewCapacity >= 1 - 1e-9 && stage.NewCapacity >= stage.NewShare - 1e-9));
                    Assert.InRange(stages.Count, 3, 40);
                }
            }
        }
    }

    private static Deployment Begin(DeploymentConfig? config) => Deployment.Start(Options, Fleets.Of("old", 4).Settled(), Fleets.Of("new", 4), config, Start);

    // Second by second: when which stage began, the new fleet's share in percent, and the instances of the old and the new fleet.
    private static string Story(Deployment deployment, Func<string, bool> isInAlarm, Action<DateTimeOffset>? clock = null)
    {
        List<string> told = [];
        for (var at = Start; deployment.Outcome is null && at < Start + TimeSpan.FromHours(1); at += TimeSpan.FromSeconds(1))
        {
            clock?.Invoke(at);
            deployment = deployment.AdvanceTo(at, isInAlarm);
            var line = deployment.Outcome is { } outcome
                ? $"{Seconds(outcome.At)} {outcome.GetType().Name}"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Seconds(deployment.StageStartedAt)} {deployment.Stage.Kind} {deployment.Stage.NewShare * 100:0.#} {Instances(deployment.OldNow)}+{Instances(deployment.NewNow)}");
            if (told.LastOrDefault() != line)
            {
                told.Add(line);
            }
        }

        return string.Join("; ", told);
    }

    private static int Instances(Fleet fleet) => fleet.Variants.Sum(variant => variant.CurrentInstanceCount);

    private static string Seconds(DateTimeOffset at) => (at - Start).TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
