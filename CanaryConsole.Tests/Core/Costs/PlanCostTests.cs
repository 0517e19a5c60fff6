using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Costs;

public class PlanCostTests
{
    private static readonly MonitoringOptions Options = new();

    // Two instances of 0.23 an hour; a look reads 6 metrics of each variant, every 10 s while active and every 5 min otherwise.
    private const decimal Fleet = 0.46m;
    private const decimal Active = 2 * 6 * 360 * 0.00001m;
    private const decimal Idle = 6 * 12 * 0.00001m;

    [Fact]
    public void Of_CanaryByWeights_CountsBothFleetsFromPreparationOnAndTheLooks()
    {
        var cost = PlanCost.Of(RolloutSamples.SurroundedPlan(), RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Equal(["preparation", "5 %", "50 %", "soak", "taking the champion off"], cost.Stages.Select(stage => stage.Name));
        var step = cost.Stages[1];
        Assert.Equal(2 * Fleet / 6, step.InstanceUsd!.Value, 12);
        Assert.Equal(Active / 6, step.CloudWatchUsd!.Value, 12);
        Assert.Equal((Fleet + Active - Idle) / 6, step.ExtraUsd!.Value, 12);
        Assert.Equal(Fleet + Active - Idle, cost.ExtraUsdPerHour);
        Assert.Equal(Fleet, cost.TodayUsdPerHour);
        Assert.Equal(TimeSpan.FromMinutes(70), cost.For);
        Assert.Equal(cost.Stages.Sum(stage => stage.TotalUsd), cost.TotalUsd);
        Assert.Equal(cost.Stages.Sum(stage => stage.ExtraUsd), cost.ExtraUsd);
        Assert.Empty(cost.Missing);
        Assert.Equal([PriceItems.MetricData, "ml.m5.xlarge"], cost.Prices.Select(price => price.Item));
    }

    [Fact]
    public void Of_Update_HasTheOldConfigurationBesideTheNew()
    {
        var cost = PlanCost.Of(RolloutSamples.SurroundedPlan(), RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Equal(3 * Fleet / 6, cost.Stages[0].InstanceUsd!.Value, 12);
        Assert.Equal(3 * Fleet / 6, cost.Stages[^1].InstanceUsd!.Value, 12);
    }

    [Fact]
    public void Of_ChallengerIsThereAlready_CountsTodayWithoutIt()
    {
        var before = PlanCost.Of(RolloutSamples.SurroundedPlan(), RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);
        var under = PlanCost.Of(RolloutSamples.SurroundedPlan(), RolloutSamples.Endpoint(0.05), CostSamples.Usual, Options);

        Assert.Equal(before.ExtraUsd, under.ExtraUsd);
    }

    [Fact]
    public void Of_ChampionKeptWithFewerInstances_LowersTheSoakAndStaysAfter()
    {
        var cost = PlanCost.Of(RolloutSamples.SurroundedPlan(warm: 1, keep: true), RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Equal(CostStage.Soak, cost.Stages[^1].Stage);
        Assert.Equal((Fleet + 0.23m) / 2, cost.Stages[^1].InstanceUsd!.Value, 12);
        Assert.Equal((0.23m, Fleet + 0.23m, true), (cost.WarmUsdPerHour, cost.AfterUsdPerHour, cost.KeepsChampion));
    }

    [Fact]
    public void Of_AlarmsOfTheChallenger_CostFromItsFirstStepOn()
    {
        var plan = RolloutSamples.SurroundedPlan();
        var alarm = new ChallengerAlarm(ChallengerAlarmKind.LatencyP99, 80, 3);
        var watched = plan with { Surroundings = plan.Surroundings! with { Alarms = [alarm, alarm with { Limit = 90 }] } };

        var cost = PlanCost.Of(watched, RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Equal((Active + (0.20m / 720)) / 6, cost.Stages[1].CloudWatchUsd!.Value, 12);
        Assert.Contains(cost.Prices, price => price.Item == PriceItems.Alarm);
    }

    [Fact]
    public void Of_UnknownType_LeavesEveryFigureOfItOpenAndSaysWhy()
    {
        var plan = RolloutSamples.SurroundedPlan();
        plan = plan with { Challenger = plan.Challenger with { InstanceType = "ml.x9.huge" } };

        var cost = PlanCost.Of(plan, RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Null(cost.TotalUsd);
        Assert.Null(cost.ExtraUsd);
        Assert.Null(cost.AfterUsdPerHour);
        Assert.Equal(Fleet, cost.TodayUsdPerHour);
        Assert.Equal(["There is no price for ml.x9.huge; add it to the price file."], cost.Missing);
    }

    [Fact]
    public void Of_NoPriceOfAMetric_SaysSoAndKeepsTheInstances()
    {
        var cost = PlanCost.Of(RolloutSamples.Plan(), RolloutSamples.Endpoint(withChallenger: false), CostSamples.Table(CostSamples.Hourly("ml.m5.xlarge", 0.23m)), Options);

        Assert.Null(cost.TotalUsd);
        Assert.Equal(2 * Fleet / 6, cost.Stages[1].InstanceUsd!.Value, 12);
        Assert.Equal(["There is no price for cloudwatch:get-metric-data; add it to the price file."], cost.Missing);
    }

    [Fact]
    public void Of_ShadowFirst_CountsItsStageAndTheSecondUpdate()
    {
        var cost = PlanCost.Of(RolloutSamples.ShadowPlan(), RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Equal([CostStage.Preparation, CostStage.Shadow, CostStage.Handover, CostStage.Step], cost.Stages.Take(4).Select(stage => stage.Stage));
        Assert.Equal(4 * Fleet / 6, cost.Stages[2].InstanceUsd!.Value, 12);
    }

    [Fact]
    public void Of_BlueGreen_CountsTheSecondFleetUntilItsEndAndTheAlarms()
    {
        var plan = RolloutSamples.ManagedPlan();
        var alarms = GuardAlarms.Of("x", "x", plan).Count;

        var cost = PlanCost.Of(plan, RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Equal([CostStage.Preparation, CostStage.Deployment, CostStage.Soak], cost.Stages.Select(stage => stage.Stage));
        Assert.Equal(2 * Fleet / 3, cost.Stages[1].InstanceUsd!.Value, 12);
        Assert.Equal(((3 * 6 * 360 * 0.00001m) + (alarms * 0.10m / 720)) / 3, cost.Stages[1].CloudWatchUsd!.Value, 12);
        Assert.Equal(Fleet / 2, cost.Stages[2].InstanceUsd!.Value, 12);
        Assert.Null(cost.WarmUsdPerHour);
    }

    [Fact]
    public void Of_Rolling_CountsOneBatchBesideTheOldFleet()
    {
        var plan = RolloutSamples.ManagedPlan();
        plan = plan with { Managed = plan.Managed! with { Kind = DeploymentKind.Rolling, StepSize = null, BatchSize = new FleetSize(FleetUnit.Percent, 50) } };

        var cost = PlanCost.Of(plan, RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Equal((Fleet + 0.23m) / 3, cost.Stages[1].InstanceUsd!.Value, 12);
    }

    [Fact]
    public void Of_AllAtOnce_SaysWhatAnHourOfTheSoakCosts()
    {
        var cost = PlanCost.Of(RolloutSamples.Plan() with { Steps = [], Strategy = Strategy.AllAtOnce }, RolloutSamples.Endpoint(withChallenger: false), CostSamples.Usual, Options);

        Assert.Equal(Fleet + Active - Idle, cost.ExtraUsdPerHour);
    }

    /// <summary>The bill for a variant and 30 days, by metrics and interval.</summary>
    [Theory]
    [InlineData(8, 10, 20.74)]
    [InlineData(8, 15, 13.82)]
    [InlineData(8, 30, 6.91)]
    [InlineData(8, 60, 3.46)]
    [InlineData(8, 300, 0.69)]
    public void Active_UsualGuardrails_CostsWhatCloudWatchBills(int metrics, int seconds, decimal usd)
    {
        var polling = PollingCost.Active(1, RolloutDefaultsGuards(), new MonitoringOptions { ActiveInterval = TimeSpan.FromSeconds(seconds) }, CostSamples.Usual);

        Assert.Equal(metrics, polling.MetricsPerLook);
        Assert.Equal(usd, Math.Round(polling.UsdPerHour!.Value * 720, 2));
    }

    [Fact]
    public void Active_GuardrailsOnOtherMetrics_AreReadEveryHalfMinute()
    {
        Guardrail cpu = RolloutSamples.ErrorRate with { Name = "cpu", Rule = new GuardrailRule.UtilizationLimit(UtilizationKind.Cpu, 80) };
        var without = PollingCost.Active(2, [RolloutSamples.ErrorRate], Options, CostSamples.Usual);

        var with = PollingCost.Active(2, [RolloutSamples.ErrorRate, cpu], Options, CostSamples.Usual);

        Assert.Equal(120, with.MetricsPerHour - without.MetricsPerHour);
    }

    private static IReadOnlyList<Guardrail> RolloutDefaultsGuards() => PlanGuardrails.Of(new RolloutRequest { Endpoint = "media-ranker" });
}
