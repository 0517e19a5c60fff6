using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using EndpointStatus = CanaryConsole.Core.Endpoints.EndpointStatus;

namespace CanaryConsole.Tests.Aws;

/// <summary>Alarms and deployments by guardrails, through our clients and real HTTP, on the sandbox, under a clock moved by hand.</summary>
public sealed class ManagedSandboxTests : ClientsOnSandbox
{
    private static readonly Dictionary<string, string> Tags = new() { ["canaryconsole:rollout"] = "r-1" };

    private IAlarmControl Alarms => Service<IAlarmControl>();

    private IManagedDeploymentControl Deployments => Service<IManagedDeploymentControl>();

    private IEndpointControl Endpoints => Service<IEndpointControl>();

    [Fact]
    public async Task Alarms_PutTwice_AreThereOnce_AndTheAbortAlarmStaysWhereAHandPutsIt()
    {
        string[] names = ["r-1-errors", "r-1-p99", "r-1-abort", "nobody's"];
        await Alarms.PutAsync(Wanted(), CancellationToken.None);
        await Alarms.SetStateAsync("r-1-abort", AlarmState.Alarm, "looks odd", CancellationToken.None);
        await Alarms.PutAsync(Wanted(), CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var seen = await Alarms.DescribeAsync(names, CancellationToken.None);

        Assert.Equal(names, seen.Select(alarm => alarm.Name));
        Assert.Equal([AlarmState.InsufficientData, AlarmState.InsufficientData, AlarmState.Alarm, AlarmState.Missing], seen.Select(alarm => alarm.Seen.State));
        Assert.Equal(("ModelLatency", "p99", 100_000.0, TimeSpan.FromMinutes(1), 3), (seen[1].MetricName, seen[1].Statistic, seen[1].Threshold, seen[1].Period, seen[1].EvaluationPeriods));

        await Alarms.DeleteAsync(names, CancellationToken.None);
        await Alarms.DeleteAsync(names, CancellationToken.None);
        Assert.All(await Alarms.DescribeAsync(names, CancellationToken.None), alarm => Assert.Equal(AlarmState.Missing, alarm.Seen.State));
    }

    [Fact]
    public async Task SetState_OfAnAlarmThatIsNotThere_IsNotFound()
    {
        var failure = await Assert.ThrowsAsync<CloudException>(() => Alarms.SetStateAsync("nobody's", AlarmState.Alarm, "", CancellationToken.None));

        Assert.Equal(CloudFailure.NotFound, failure.Failure);
    }

    [Fact]
    public async Task Deploy_IsDescribedAsItGoes_AndEachFleetHasItsOwnMetrics()
    {
        await Alarms.PutAsync(Wanted(), CancellationToken.None);
        await Deployments.DeployAsync(Order(), CancellationToken.None);
        await Deployments.DeployAsync(Order(), CancellationToken.None);
        var creating = await Endpoints.DescribeAsync("media-ranker", CancellationToken.None);
        Assert.Equal((EndpointStatus.Updating, "media-ranker-config", "cc-next", PendingStage.Creating), (creating.Status, creating.ConfigName, creating.Pending!.ConfigName, creating.Pending.Variants[0].Stage));

        Clock.Advance(TimeSpan.FromMinutes(4) + TimeSpan.FromSeconds(8));
        await Endpoints.DescribeAsync("media-ranker", CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(2));
        var baking = await Endpoints.DescribeAsync("media-ranker", CancellationToken.None);
        var variant = baking.Pending!.Variant("champion")!;
        Assert.Equal((PendingStage.Baking, Percentage.FromPercent(50), 2), (variant.Stage, variant.Share, variant.CurrentInstanceCount));
        Assert.Equal("50% of the endpoint's traffic is on this fleet.", variant.Message);

        var now = Clock.GetUtcNow();
        var request = new MetricRequest("media-ranker", "champion", now.AddMinutes(-1), now, TimeSpan.FromSeconds(10), null);
        var answers = await Service<IMetricSource>().ReadAsync(
            [request, request with { ConfigName = "media-ranker-config" }, request with { ConfigName = "cc-next" }], CancellationToken.None);
        var counts = answers.Select(answer => answer.Windows.Sum(window => window.Requests)).ToList();
        Assert.Equal(counts[0], counts[1] + counts[2]);
        Assert.InRange((double)counts[2] / counts[0], 0.4, 0.6);

        await Alarms.SetStateAsync("r-1-abort", AlarmState.Alarm, "looks odd", CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(EndpointStatus.RollingBack, (await Endpoints.DescribeAsync("media-ranker", CancellationToken.None)).Status);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var back = await Endpoints.DescribeAsync("media-ranker", CancellationToken.None);
        Assert.Equal((EndpointStatus.InService, "media-ranker-config", null), (back.Status, back.ConfigName, back.Pending));
        Assert.Contains("r-1-abort", back.LastDeploymentAlarms);
    }

    [Fact]
    public async Task Revert_AfterADeployment_BringsTheOldConfigurationBack()
    {
        await Alarms.PutAsync(Wanted(), CancellationToken.None);
        await Deployments.DeployAsync(Order() with { InstanceCount = 3 }, CancellationToken.None);
        await UntilInServiceAsync();
        var deployed = await Endpoints.DescribeAsync("media-ranker", CancellationToken.None);
        Assert.Equal(("cc-next", "media-ranker-v8", 3), (deployed.ConfigName, deployed.Variants[0].ModelName, deployed.Variants[0].CurrentInstanceCount));

        await Deployments.RevertAsync("media-ranker", "media-ranker-config", CancellationToken.None);
        await UntilInServiceAsync();

        var back = await Endpoints.DescribeAsync("media-ranker", CancellationToken.None);
        Assert.Equal(("media-ranker-config", "media-ranker-v7", 3), (back.ConfigName, back.Variants[0].ModelName, back.Variants[0].CurrentInstanceCount));
    }

    [Fact]
    public async Task Deploy_VariantThatIsNotThere_IsRefusedInWords()
    {
        var failure = await Assert.ThrowsAsync<CloudException>(() => Deployments.DeployAsync(Order() with { VariantName = "nobody" }, CancellationToken.None));

        Assert.Equal(CloudFailure.Invalid, failure.Failure);
        Assert.Contains("has no variant \"nobody\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_ModelOfAnotherAccount_IsFromTheMarketplace()
    {
        Assert.Equal(new DeploymentFacts(false, null, null), await Deployments.FactsAsync("media-ranker", "media-ranker-v8", null, CancellationToken.None));
        await Service<IAmazonSageMaker>().CreateModelAsync(new CreateModelRequest
        {
            ModelName = "bought",
            ExecutionRoleArn = "arn:aws:iam::123456789012:role/sagemaker-execution",
            PrimaryContainer = new ContainerDefinition { ModelPackageName = "arn:aws:sagemaker:eu-central-1:999999999999:model-package/bought/1" },
        });

        Assert.Equal("bought", (await Deployments.FactsAsync("media-ranker", "bought", null, CancellationToken.None)).MarketplaceModel);
    }

    private async Task UntilInServiceAsync()
    {
        for (var step = 0; step < 240; step++)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            if ((await Endpoints.DescribeAsync("media-ranker", CancellationToken.None)).Status is EndpointStatus.InService)
            {
                return;
            }
        }

        throw new InvalidOperationException("The endpoint was not in service after forty minutes.");
    }

    private static IReadOnlyList<GuardAlarm> Wanted() =>
    [
        Alarm("r-1-errors", new AlarmRule.ErrorRate(Percentage.FromPercent(1), 500)),
        Alarm("r-1-p99", new AlarmRule.Latency(0.99, TimeSpan.FromMilliseconds(100))),
        Alarm("r-1-abort", new AlarmRule.Abort()),
    ];

    private static GuardAlarm Alarm(string name, AlarmRule rule) => new(
        name, rule is AlarmRule.Abort ? null : name, rule, "media-ranker", "champion", "cc-next", TimeSpan.FromMinutes(1), 3, 2, Tags);

    private static DeploymentOrder Order() => new(
        "media-ranker", "cc-next", "champion", "media-ranker-v8", "ml.m5.xlarge", 2,
        new ManagedDeployment(
            DeploymentKind.BlueGreen, TrafficShift.Canary, new FleetSize(FleetUnit.Percent, 50), TimeSpan.FromMinutes(5), TimeSpan.Zero, null, null, TimeSpan.FromHours(1), "media-ranker-config", []),
        ["r-1-errors", "r-1-p99", "r-1-abort"],
        Tags);
}
