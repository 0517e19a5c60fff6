using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;
using CanaryConsole.Tests.Sandbox.RealClients;

namespace CanaryConsole.Tests.EndToEnd.Containers;

[Collection(nameof(OneAtATime))]
public sealed class ContainerRolloutTests
{
    private const string Endpoint = "shop";

    [CommandFact("python3")]
    public async Task Challenger_WhoseContainerDiesOnTheWay_IsRolledBack()
    {
        using var champion = await ModelServer.StartAsync("champion");
        using var challenger = await ModelServer.StartAsync("challenger");
        await using var console = await ConsoleOnSandbox.StartAsync(Options, timeScale: 10);
        await CreateModelAsync(console, "shop-v1", champion);
        await CreateModelAsync(console, "shop-v2", challenger);
        await ServeAsync(console, "shop-v1");
        await using var callers = new Callers(console.Runtime, Endpoint);
        var id = await console.BeginAsync(Request("shop-v2"));
        await console.UntilAsync(id, (rollout, endpoint) =>
            rollout.State.Phase is RolloutPhase.Baking && endpoint.Description.ShareOf("challenger-shop-v2") > Percentage.Zero && callers.AnswersOf("challenger-shop-v2") > 20);

        challenger.Stop();
        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal(RolloutPhase.RolledBack, rollout.State.Phase);
        Assert.Contains("error", rollout.State.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.True(rollout.Events.Select(happened => happened.Event).OfType<RolloutEvent.RollbackStarted>().Single().Automatic);
        Assert.Equal(Percentage.Whole, (await console.DescribeAsync(Endpoint)).ShareOf("champion"));
        Assert.True(callers.Failures > 0, "nobody noticed");
    }

    [CommandFact("python3")]
    public async Task Endpoint_WhoseContainerNeverAnswersAPing_FailsWithTheReason()
    {
        using var gone = await ModelServer.StartAsync("gone");
        gone.Stop();
        await using var console = await ConsoleOnSandbox.StartAsync(Options, timeScale: 10);
        await CreateModelAsync(console, "shop-v0", gone);

        await CreateEndpointAsync(console, "shop-v0");
        var endpoint = await SettledAsync(console);

        Assert.Equal(EndpointStatus.Failed, endpoint.Status);
        Assert.Contains("did not pass the ping health check", endpoint.FailureReason, StringComparison.Ordinal);
    }

    private static SandboxOptions Options => new() { Port = 0, ContainerStartup = TimeSpan.FromMinutes(1), EndpointCreating = TimeSpan.FromSeconds(30), FleetUpdating = TimeSpan.FromSeconds(30) };

    private static async Task CreateModelAsync(ConsoleOnSandbox console, string name, ModelServer server) =>
        await console.SageMaker.CreateModelAsync(new CreateModelRequest
        {
            ModelName = name,
            ExecutionRoleArn = "arn:aws:iam::123456789012:role/sagemaker-execution",
            PrimaryContainer = new ContainerDefinition { Image = server.Address.GetLeftPart(UriPartial.Authority) },
        });

    private static async Task CreateEndpointAsync(ConsoleOnSandbox console, string model)
    {
        await console.SageMaker.CreateEndpointConfigAsync(new CreateEndpointConfigRequest
        {
            EndpointConfigName = "shop-config",
            ProductionVariants =
            [
                new ProductionVariant { VariantName = "champion", ModelName = model, InstanceType = "ml.m5.xlarge", InitialInstanceCount = 1, InitialVariantWeight = 1 },
            ],
            MetricsConfig = new MetricsConfig { EnableEnhancedMetrics = true, MetricPublishFrequencyInSeconds = 10 },
        });
        await console.SageMaker.CreateEndpointAsync(new CreateEndpointRequest { EndpointName = Endpoint, EndpointConfigName = "shop-config" });
    }

    private static async Task ServeAsync(ConsoleOnSandbox console, string model)
    {
        await CreateEndpointAsync(console, model);
        Assert.Equal(EndpointStatus.InService, (await SettledAsync(console)).Status);
    }

    private static async Task<EndpointDescription> SettledAsync(ConsoleOnSandbox console)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        for (var look = 0; look < 300; look++)
        {
            await timer.WaitForNextTickAsync();
            var endpoint = await console.DescribeAsync(Endpoint);
            if (endpoint.Status is not EndpointStatus.Creating)
            {
                return endpoint;
            }
        }

        throw new TimeoutException($"Endpoint {Endpoint} is still being created.");
    }

    // Measured latency is the machine's, which does other work too: only errors count here.
    private static RolloutRequest Request(string model) => new()
    {
        Endpoint = Endpoint,
        ModelName = model,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.3, 3), new StepRequest(0.6, 3)],
        SoakMinutes = 5,
        ErrorRatioLimit = 0,
        LatencyP99LimitMs = 60_000,
        MinimumRequests = 50,
        HoldLimitMinutes = 10_000,
    };
}
