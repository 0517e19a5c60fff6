using System.Globalization;
using System.Text;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;
using EndpointStatus = CanaryConsole.Core.Endpoints.EndpointStatus;

namespace CanaryConsole.Tests.EndToEnd;

[Collection(nameof(OneAtATime))]
public sealed class ShadowTests
{
    [Fact]
    public async Task V8_ShadowsWithItsPredictionsCompared_ThenGetsAllTraffic()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        await CaptureAsync(console);
        var id = await console.BeginAsync(Request(8) with
        {
            Shadow = new ShadowRequest { SamplingPercentage = 100, DurationMinutes = 2, MinimumAgreement = 0.6, Tolerance = 0.05 },
        });
        var shadowing = await console.UntilAsync(id, (rollout, _) => rollout.State.Phase is RolloutPhase.Shadowing);
        Assert.Equal("challenger-v8-shadow", Assert.Single((await console.DescribeAsync("media-ranker")).ShadowVariants).Name);
        await Parallel.ForAsync(0, 100, async (number, token) => await console.Endpoints.InvokeAsync(
            new InvocationRequest("media-ranker", null, "application/json", Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))), token));

        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal((RolloutPhase.Completed, null), (rollout.State.Phase, rollout.State.Reason));
        Assert.Equal(0, shadowing.State.ChallengerShare.Fraction);
        var shown = rollout.Events.Select(happened => happened.Event).OfType<RolloutEvent.ShadowEvent.ShadowFinished>().Single().Evidence;
        Assert.InRange(shown.Challenger.Requests, 500, long.MaxValue);
        Assert.InRange(shown.Predictions!.Pairs, 50, 100);
        Assert.InRange(shown.Predictions.Agreement!.Value.Percent, 70, 100);
        Assert.Contains("the shadow had shown", rollout.Events.Select(happened => happened.Event).OfType<RolloutEvent.StepStarted>().First().Why, StringComparison.Ordinal);
        var endpoint = await console.DescribeAsync("media-ranker");
        Assert.Empty(endpoint.ShadowVariants);
        Assert.Equal(Percentage.Whole, endpoint.ShareOf("challenger-v8"));
        Assert.Empty((await console.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task V9_FailsInTheShadow_IsTakenAwayAndNoClientSawIt()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request(9) with { Strategy = Strategy.Shadow, Steps = null });

        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal(RolloutPhase.RolledBack, rollout.State.Phase);
        var happened = rollout.Events.Select(recorded => recorded.Event).ToList();
        Assert.True(happened.OfType<RolloutEvent.RollbackStarted>().Single().Automatic);
        Assert.Single(happened.OfType<RolloutEvent.ShadowEvent.ShadowRemoved>());
        Assert.Empty(happened.OfType<RolloutEvent.StepStarted>());
        var endpoint = await console.DescribeAsync("media-ranker");
        Assert.Equal((EndpointStatus.InService, 0), (endpoint.Status, endpoint.ShadowVariants.Count));
        Assert.Equal(Percentage.Whole, endpoint.ShareOf("champion"));
        Assert.Null(endpoint.Variant("challenger-v9"));
    }

    private static async Task CaptureAsync(ConsoleOnSandbox console)
    {
        await console.SageMaker.CreateEndpointConfigAsync(new CreateEndpointConfigRequest
        {
            EndpointConfigName = "media-ranker-captured",
            ProductionVariants =
            [
                new ProductionVariant { VariantName = "champion", ModelName = "media-ranker-v7", InstanceType = ProductionVariantInstanceType.MlM5Xlarge, InitialInstanceCount = 2, InitialVariantWeight = 1 },
            ],
            MetricsConfig = new MetricsConfig { EnableEnhancedMetrics = true, MetricPublishFrequencyInSeconds = 10 },
            DataCaptureConfig = new DataCaptureConfig
            {
                EnableCapture = true,
                InitialSamplingPercentage = 100,
                DestinationS3Uri = "s3://canaryconsole-sandbox/captures",
                CaptureOptions = [new CaptureOption { CaptureMode = CaptureMode.Input }, new CaptureOption { CaptureMode = CaptureMode.Output }],
            },
        });
        await console.SageMaker.UpdateEndpointAsync(new UpdateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "media-ranker-captured" });
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2), TimeProvider.System);
        while (await console.DescribeAsync("media-ranker") is not { Status: EndpointStatus.InService, Capture: not null })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }

    // A machine that is busy elsewhere may stop this clock for minutes of its own: a hold must not end in a rollback for that.
    private static RolloutRequest Request(int version) => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = version,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.25, 2)],
        SoakMinutes = 2,
        ErrorRatioLimit = 2,
        HoldLimitMinutes = 10_000,
    };
}
