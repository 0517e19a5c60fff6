using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Benchmarks.Report;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.DependencyInjection;
using EndpointStatus = CanaryConsole.Core.Endpoints.EndpointStatus;

namespace CanaryConsole.Benchmarks.Gateway;

/// <summary>
/// How long a bad challenger hurts, in seconds of the sandbox's clock from its first traffic until its weight is 0: under the gateway's evidence, under CloudWatch's, and under SageMaker's own
/// deployment guardrails with the alarm of Amazon's example, repaired: a threshold that its metric can reach and a window that ends with the bake; its first period begins with the traffic. A quarter of the traffic each time, a hundred requests a second.
/// </summary>
internal static class FastPathBenchmark
{
    private const double Share = 0.25;
    private const int Bake = 600;
    /// <summary>The sandbox brings up the new fleet in four minutes and gives it traffic in eight seconds.</summary>
    private const int UntilTraffic = 248;

    private const int LongestWait = 3_000;
    private const double LeastRatio = 20;

    public static async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSize size, CancellationToken cancellationToken)
    {
        var gateway = await RolloutAsync(withGateway: true, cancellationToken);
        var metrics = await RolloutAsync(withGateway: false, cancellationToken);
        var managed = await ManagedAsync(cancellationToken);
        return
        [
            .. Told("the gateway's evidence", gateway),
            .. Told("CloudWatch's evidence", metrics),
            .. Told("SageMaker's guardrails, example alarm repaired", managed),
            new("SageMaker's guardrails over the gateway, times as long", managed.Seconds / gateway.Seconds, "") { Least = LeastRatio },
        ];
    }

    private static IEnumerable<Measurement> Told(string under, (double Seconds, int Harmed) harm) =>
    [
        new($"bad challenger under {under}, until its weight is 0", harm.Seconds, "s"),
        new($"bad challenger under {under}, requests that failed", harm.Harmed, ""),
    ];

    private static async Task<(double Seconds, int Harmed)> RolloutAsync(bool withGateway, CancellationToken cancellationToken)
    {
        await using var world = await BadChallenger.StartAsync(withGateway, cancellationToken);
        var ticks = world.Console.GetRequiredService<MonitorTick>();
        await ticks.RunOnceAsync(cancellationToken);
        var started = await world.Console.GetRequiredService<IRolloutService>().StartAsync(Request(), "benchmark", cancellationToken);
        if (started is not CommandResult.Accepted { State.Plan.Challenger.VariantName: var challenger })
        {
            throw new InvalidOperationException($"The rollout did not start: {started}");
        }

        // The paces of the console's own loops.
        var nextTick = DateTimeOffset.MinValue;
        return await HarmAsync(
            world,
            async second =>
            {
                await ticks.LookThroughGatewayAsync(cancellationToken);
                if (second % 3 == 0)
                {
                    await ticks.LookBackAsync(cancellationToken);
                }

                if (world.Clock.GetUtcNow() >= nextTick)
                {
                    await ticks.RunOnceAsync(cancellationToken);
                    nextTick = world.Clock.GetUtcNow() + ticks.NextDelay;
                }
            },
            async () => (await world.Console.GetRequiredService<IEndpointControl>().DescribeAsync(BadChallenger.Endpoint, cancellationToken)).Variant(challenger)?.CurrentWeight > 0,
            cancellationToken);
    }

    private static async Task<(double Seconds, int Harmed)> ManagedAsync(CancellationToken cancellationToken)
    {
        await using var world = await BadChallenger.StartAsync(withGateway: false, cancellationToken);
        var sageMaker = world.Console.GetRequiredService<IAmazonSageMaker>();
        var endpoints = world.Console.GetRequiredService<IEndpointControl>();
        await world.Console.GetRequiredService<IAmazonCloudWatch>().PutMetricAlarmAsync(Alarm(), cancellationToken);
        await sageMaker.CreateModelAsync(
            new CreateModelRequest { ModelName = "bad", ExecutionRoleArn = "arn:aws:iam::123456789012:role/benchmark", PrimaryContainer = new ContainerDefinition { Image = "bad:1" } }, cancellationToken);
        await sageMaker.CreateEndpointConfigAsync(
            new CreateEndpointConfigRequest
            {
                EndpointConfigName = "next",
                ProductionVariants = [new ProductionVariant { VariantName = "champion", ModelName = "bad", InstanceType = ProductionVariantInstanceType.FindValue("ml.m5.xlarge"), InitialInstanceCount = 2, InitialVariantWeight = 1 }],
            }, cancellationToken);
        world.BeginPeriod(Bake / 2, before: UntilTraffic);
        await sageMaker.UpdateEndpointAsync(new UpdateEndpointRequest { EndpointName = BadChallenger.Endpoint, EndpointConfigName = "next", DeploymentConfig = Canary() }, cancellationToken);
        return await HarmAsync(
            world,
            _ => Task.CompletedTask,
            async () => await endpoints.DescribeAsync(BadChallenger.Endpoint, cancellationToken) is { Status: EndpointStatus.Updating, Pending: { } pending } && pending.Variant("champion")?.Share.Fraction > 0,
            cancellationToken);
    }

    /// <summary>From the second in which the challenger first has traffic to the one in which it has none any more.</summary>
    private static async Task<(double Seconds, int Harmed)> HarmAsync(BadChallenger world, Func<int, Task> look, Func<Task<bool>> hasTraffic, CancellationToken cancellationToken)
    {
        DateTimeOffset? since = null;
        var harmed = 0;
        for (var second = 1; second < LongestWait; second++)
        {
            var failed = since is null ? await world.IdleAsync() : await world.SecondAsync(cancellationToken);
            harmed += failed;
            await look(second);
            var now = world.Clock.GetUtcNow();
            switch (await hasTraffic())
            {
                case true:
                    since ??= now;
                    break;
                case false when since is { } began:
                    return ((now - began).TotalSeconds, harmed);
            }
        }

        throw new InvalidOperationException($"The challenger {(since is null ? "never got traffic" : "kept its traffic")} within {LongestWait} s.");
    }

    private static RolloutRequest Request() => new()
    {
        Endpoint = BadChallenger.Endpoint,
        PackageGroup = "media-ranker",
        PackageVersion = 9,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(Share, Bake / 60.0)],
    };

    /// <summary>Amazon's example takes the average of Invocation4XXErrors, never above 1, over two periods of 600 s against a threshold of 1. This one can fire, and before the bake is over.</summary>
    private static PutMetricAlarmRequest Alarm() => new()
    {
        AlarmName = "example",
        Namespace = "AWS/SageMaker",
        MetricName = "Invocation5XXErrors",
        Dimensions = [new Dimension { Name = "EndpointName", Value = BadChallenger.Endpoint }, new Dimension { Name = "VariantName", Value = "champion" }, new Dimension { Name = "EndpointConfigName", Value = "next" }],
        Statistic = Statistic.Average,
        Period = Bake / 2,
        EvaluationPeriods = 2,
        Threshold = 0.01,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
    };

    private static DeploymentConfig Canary() => new()
    {
        BlueGreenUpdatePolicy = new BlueGreenUpdatePolicy
        {
            TrafficRoutingConfiguration = new TrafficRoutingConfig
            {
                Type = TrafficRoutingConfigType.CANARY,
                CanarySize = new CapacitySize { Type = CapacitySizeType.CAPACITY_PERCENT, Value = (int)(Share * 100) },
                WaitIntervalInSeconds = Bake,
            },
            TerminationWaitInSeconds = Bake,
        },
        AutoRollbackConfiguration = new AutoRollbackConfig { Alarms = [new Alarm { AlarmName = "example" }] },
    };
}
