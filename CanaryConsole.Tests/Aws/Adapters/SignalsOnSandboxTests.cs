using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Tests.Aws.Adapters;

/// <summary>What guardrails watch beside request counts, through our clients and real HTTP, on the sandbox, under a clock moved by hand.</summary>
public sealed class SignalsOnSandboxTests : ClientsOnSandbox
{
    private const string Endpoint = "search-embeddings";

    private IAmazonCloudWatch CloudWatch => Service<IAmazonCloudWatch>();

    [Fact]
    public async Task Utilization_OfABusyVariant_ShowsInItsOwnSeries()
    {
        Strike($"variant-utilization endpoint={Endpoint} variant=challenger resource=cpu percent=350");
        Clock.Advance(TimeSpan.FromMinutes(5));

        var readings = await ReadAsync(
            new GuardrailRule.UtilizationLimit(UtilizationKind.Cpu, 300), new GuardrailRule.UtilizationLimit(UtilizationKind.Memory, 90));

        Assert.All(readings, reading => Assert.Null(reading.Problem));
        Assert.Equal(5, readings[0].Points.Count);
        Assert.All(readings[0].Points, point => Assert.InRange(point.Value, 330, 370));
        Assert.All(readings[1].Points, point => Assert.InRange(point.Value, 30, 45));
    }

    [Fact]
    public async Task Metric_PublishedBySomebody_IsReadByItselfAndByMath()
    {
        foreach (var (name, value) in new[] { ("Baskets", 200.0), ("BasketErrors", 14.0) })
        {
            await CloudWatch.PutMetricDataAsync(new PutMetricDataRequest
            {
                Namespace = "Shop",
                MetricData =
                [
                    new MetricDatum
                    {
                        MetricName = name,
                        Dimensions = [new Dimension { Name = "Model", Value = $"{Endpoint}.challenger" }],
                        Timestamp = Clock.GetUtcNow().AddMinutes(-1).UtcDateTime,
                        Value = value,
                    },
                ],
            });
        }

        var readings = await ReadAsync(
            Metric(null, "BasketErrors"),
            Metric("100 * m0 / m1", "BasketErrors", "Baskets"),
            Metric(null, "NobodyPublishesThis"),
            Metric("m0 / m1", "NobodyPublishesThis", "Baskets"),
            Metric("m0 / (", "Baskets"));

        Assert.Equal(14, Assert.Single(readings[0].Points).Value);
        Assert.Equal(7, Assert.Single(readings[1].Points).Value);
        Assert.Equal((0, null), (readings[2].Points.Count, readings[2].Problem));
        Assert.Empty(readings[3].Points);
        Assert.NotNull(readings[4].Problem);
    }

    [Fact]
    public async Task Alarm_InEachState_IsToldWithItsTime()
    {
        foreach (var name in new[] { "quiet", "loud", "unknown" })
        {
            await CloudWatch.PutMetricAlarmAsync(new PutMetricAlarmRequest
            {
                AlarmName = name,
                Namespace = "Shop",
                MetricName = "Baskets",
                Statistic = Statistic.Sum,
                Period = 60,
                EvaluationPeriods = 1,
                Threshold = 1,
                ComparisonOperator = ComparisonOperator.LessThanThreshold,
                TreatMissingData = "ignore",
            });
        }

        await CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "quiet", StateValue = StateValue.OK, StateReason = "test" });
        await CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "loud", StateValue = StateValue.ALARM, StateReason = "test" });
        var moved = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(1));

        var readings = await ReadAsync([.. new[] { "quiet", "loud", "unknown", "gone" }.Select(name => new GuardrailRule.AlarmState(name))]);

        Assert.Equal(new SignalPoint(moved, Clock.GetUtcNow() - moved, 0), Assert.Single(readings[0].Points));
        Assert.Equal(1, Assert.Single(readings[1].Points).Value);
        Assert.Equal((0, null), (readings[2].Points.Count, readings[2].Problem));
        Assert.Equal("There is no alarm gone.", readings[3].Problem);
    }

    [Fact]
    public async Task Throttled_EveryCall_IsAnErrorAndNoReading()
    {
        Strike("throttle operation=GetMetricData rate=1");

        var call = ReadAsync(new GuardrailRule.UtilizationLimit(UtilizationKind.Cpu, 300));
        while (!call.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.Equal(CloudFailure.Throttled, (await Assert.ThrowsAsync<CloudException>(() => call)).Failure);
    }

    [Fact]
    public async Task Requests_ClientErrorsAndThresholds_ComeApart()
    {
        Strike($"client-errors endpoint={Endpoint} variant=challenger share=0.5");
        var from = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(2));
        var request = new MetricRequest(Endpoint, "challenger", from, Clock.GetUtcNow(), TimeSpan.FromMinutes(1), null)
        {
            ClientErrors = true,
            Thresholds = [TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(2)],
        };

        var answer = Assert.Single(await Service<IMetricSource>().ReadAsync([request], CancellationToken.None));

        Assert.Null(answer.Problem);
        Assert.NotEmpty(answer.Windows);
        Assert.All(answer.Windows, window => Assert.InRange((double)ErrorCounting.Of(ErrorKind.ClientErrors, window)! / window.Requests, 0.3, 0.7));
        Assert.All(answer.Windows, window => Assert.InRange((double)ErrorCounting.Of(ErrorKind.ServerErrors, window)! / window.Requests, 0, 0.1));
        Assert.All(answer.Windows, window => Assert.InRange(window.SlowerThan(TimeSpan.FromMilliseconds(1))!.Value, window.Requests * 0.9, window.Requests));
        Assert.All(answer.Windows, window => Assert.Equal(0, window.SlowerThan(TimeSpan.FromMinutes(2))));
    }

    private void Strike(string fault) => Simulation.Visit((world, now) => world.Faults.Start(FaultParser.Parse(fault), now));

    private Task<IReadOnlyList<SignalReading>> ReadAsync(params IReadOnlyList<GuardrailRule> rules) => Service<ISignalSource>().ReadAsync(
        [.. rules.Select(rule => new SignalRequest(Endpoint, "challenger", rule, Clock.GetUtcNow().AddMinutes(-5), Clock.GetUtcNow(), TimeSpan.FromMinutes(1)))],
        CancellationToken.None);

    private static GuardrailRule.MetricLimit Metric(string? expression, params string[] names) => new(
        new MetricQuery(
            [.. names.Select((name, index) => new MetricTerm($"m{index}", "Shop", name, new Dictionary<string, string> { ["Model"] = "{endpoint}.{variant}" }, "Sum"))],
            expression,
            MetricUnit.Percent),
        Above: true,
        new Quantity(5, MetricUnit.Percent));
}
