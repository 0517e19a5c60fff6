using Amazon.S3.Model;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;
using CanaryConsole.Tests.Core.Hooks;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>Readiness, smoke tests and hooks against real servers: the sandbox's AWS, and a hook that listens with TLS.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ProbeTests
{
    private const string Artifact = "media-ranker/v7/model.tar.gz";

    [Fact]
    public async Task Readiness_WhatTheChampionIsStartedFromIsGone_HoldsTheStepUntilItIsBack()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var bucket = (await console.Storage.ListBucketsAsync()).Buckets.Select(one => one.BucketName).Single(name => name.StartsWith("models-", StringComparison.Ordinal));
        await using var kept = await Read(console, bucket);
        var config = await console.SageMaker.DescribeEndpointConfigAsync(new DescribeEndpointConfigRequest { EndpointConfigName = "media-ranker-config" });
        var id = await console.BeginAsync(Request());
        await console.UntilAsync(id, (rollout, _) => rollout.State is { Phase: RolloutPhase.Baking, WeightsConfirmedAt: not null });

        await console.Storage.DeleteObjectAsync(bucket, Artifact);
        console.Start("missing-role endpoint=media-ranker variant=champion");
        console.Start("missing-image endpoint=media-ranker variant=champion");
        await console.SageMaker.DeleteEndpointConfigAsync(new DeleteEndpointConfigRequest { EndpointConfigName = "media-ranker-config" });
        var held = await console.UntilAsync(id, (rollout, _) => Lost(rollout)?.Missing.Count == 4);

        Assert.Equal((RolloutPhase.Baking, 0, "readiness"), (held.State.Phase, held.State.Step, held.State.HoldTopic));
        Assert.All(Lost(held)!.Missing, check => Assert.Equal((ReadinessResult.Failed, "it does not exist"), (check.Result, check.Why)));
        Assert.Equal(
            ["Endpoint config media-ranker-config", "Image 123456789012.dkr.ecr.eu-central-1.amazonaws.com/media-ranker:7", $"Model artifact s3://{bucket}/{Artifact}", "Role sagemaker-execution"],
            Lost(held)!.Missing.Select(check => check.Name).Order(StringComparer.Ordinal));

        console.EndFaults();
        await console.Storage.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = Artifact, InputStream = kept });
        await console.SageMaker.CreateEndpointConfigAsync(new CreateEndpointConfigRequest { EndpointConfigName = config.EndpointConfigName, ProductionVariants = config.ProductionVariants });
        var done = await console.UntilFinishedAsync(id);

        Assert.Equal(RolloutPhase.Completed, done.State.Phase);
        Assert.Contains(done.Events, recorded => recorded.Event is RolloutEvent.ProbeEvent.ReadinessRestored);
    }

    [Fact]
    public async Task Readiness_Missing_NeverStandsInTheWayOfARollback()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request() with { Steps = [new StepRequest(0.25, 1)], MinimumRequests = 1 });
        await console.UntilAsync(id, (rollout, _) => rollout.State is { Phase: RolloutPhase.Baking, WeightsConfirmedAt: not null });
        console.Start("missing-role endpoint=media-ranker variant=champion");
        await console.UntilAsync(id, (rollout, _) => rollout.State is { Phase: RolloutPhase.Baking, Probes.NotReady: not null });

        var promoted = await console.Rollouts.PromoteAsync(id, "ann", CancellationToken.None);
        await console.Rollouts.RollBackAsync(id, "not worth the wait", "ann", CancellationToken.None);
        var done = await console.UntilFinishedAsync(id);

        Assert.Contains("not ready for the next step: Role sagemaker-execution Failed", Assert.IsType<CommandResult.Refused>(promoted).Reason, StringComparison.Ordinal);
        Assert.Equal(RolloutPhase.RolledBack, done.State.Phase);
        Assert.Equal(Percentage.Whole, (await console.DescribeAsync("media-ranker")).ShareOf("champion"));
    }

    [Fact]
    public async Task SmokeTests_AnswersAsExpected_AreRecordedWithWhatWasSent()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request() with
        {
            SmokeTests =
            [
                new SmokeTestRequest
                {
                    Name = "ranks five",
                    Payload = """{"features":[1,2,3,4,5]}""",
                    Requests = 2,
                    ExpectedContentType = "application/json",
                    Assertions = ["length($.predictions) == 1", "$.predictions[0] >= 0 && $.predictions[0] <= 1", "$.model == 'media-ranker-v8'"],
                },
                new SmokeTestRequest { Name = "one feature", Payload = """{"features":[1]}""", ExpectedStatus = 200, LatencyLimitMs = 60_000 },
            ],
        });

        var rollout = await console.UntilAsync(id, (rollout, _) => rollout.State.Probes.SmokeTestPassed);

        var exchanges = rollout.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.ProbeEvent.SmokeTestAnswered>().Select(answered => answered.Exchange).ToList();
        Assert.Equal(["ranks five 1", "ranks five 2", "one feature 1"], exchanges.Select(exchange => $"{exchange.Test} {exchange.Request}"));
        Assert.All(exchanges, exchange => Assert.Equal((200, "application/json", null), (exchange.StatusCode, exchange.ContentType, exchange.Problem)));
        Assert.Equal("""{"features":[1,2,3,4,5]}""", exchanges[0].Sent.Text);
        Assert.Contains("\"model\":\"media-ranker-v8\"", exchanges[0].Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SmokeTests_AnswerSaysOtherwise_RollsBackBeforeAnyTraffic()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request() with
        {
            SmokeTests = [new SmokeTestRequest { Name = "ranks five", Payload = "{}", Assertions = ["$.predictions[0].score > 0"] }],
        });

        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal(
            (RolloutPhase.RolledBack, "smoke test failed: \"ranks five\": what variant challenger-v8 answered is not so: $.predictions[0].score > 0, 3 times in a row"),
            (rollout.State.Phase, rollout.State.Reason));
        Assert.DoesNotContain(rollout.Events, recorded => recorded.Event is RolloutEvent.StepStarted);
        Assert.Equal(3, rollout.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.ProbeEvent.SmokeTestAnswered>().Single().Exchange.Tries);
    }

    [Fact]
    public async Task Hooks_BothSayYes_AreAskedBeforeTheFirstShareAndInTheSoak()
    {
        await using var hooks = await HookServer.StartAsync();
        await using var console = await StartAsync(hooks);
        var id = await console.BeginAsync(Request() with
        {
            Hooks =
            [
                new HookRequest { Moment = HookMoment.AfterTraffic, Url = hooks.Url, Name = "after", TimeoutSeconds = 300 },
                new HookRequest { Moment = HookMoment.BeforeTraffic, Url = hooks.Url, Name = "before", TimeoutSeconds = 300 },
            ],
        });

        var done = await console.UntilFinishedAsync(id);

        Assert.Equal(RolloutPhase.Completed, done.State.Phase);
        Assert.Equal([$"{id}/beforeTraffic/before", $"{id}/afterTraffic/after"], hooks.Requests.Select(request => request.Key));
        Assert.Equal(
            ["SmokeTestPassed", "HookAsked", "HookAnswered", "StepStarted", "SoakStarted", "HookAsked", "HookAnswered"],
            done.Events.Select(recorded => recorded.Event.GetType().Name)
                .Where(name => name is "SmokeTestPassed" or "HookAsked" or "HookAnswered" or "SoakStarted" or "StepStarted"));
        Assert.Empty((await console.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Hooks_BeforeTrafficSaysNo_RollsBackWithItsReasonAndNobodyGotTraffic()
    {
        await using var hooks = await HookServer.StartAsync();
        hooks.Says(200, """{"proceed": false, "reason": "change freeze until Monday"}""");
        await using var console = await StartAsync(hooks);
        var id = await console.BeginAsync(Request() with { Hooks = [new HookRequest { Moment = HookMoment.BeforeTraffic, Url = hooks.Url, Name = "freeze", TimeoutSeconds = 300 }] });

        var done = await console.UntilFinishedAsync(id);

        Assert.Equal((RolloutPhase.RolledBack, "hook freeze said no: change freeze until Monday"), (done.State.Phase, done.State.Reason));
        Assert.DoesNotContain(done.Events, recorded => recorded.Event is RolloutEvent.StepStarted);
        Assert.Equal(Percentage.Whole, (await console.DescribeAsync("media-ranker")).ShareOf("champion"));
    }

    private static Task<ConsoleOnSandbox> StartAsync(HookServer hooks) => ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 }, replace: services =>
    {
        services.AddSingleton(HookSamples.Allowing(hooks.Host));
        services.AddSingleton<IHookCaller>(provider => ActivatorUtilities.CreateInstance<HttpHookCaller>(provider, hooks.Connect()));
    });

    private static RolloutRequest Request() => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = 8,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.5, 2)],
        SoakMinutes = 2,
        MinimumRequests = 100,
        // A few requests decide here; chance alone must neither send the challenger back nor run out of time.
        ErrorRateLimit = 1,
        ErrorRatioLimit = 0,
        HoldLimitMinutes = 10_000,
    };

    private static RolloutEvent.ProbeEvent.ReadinessLost? Lost(RolloutSnapshot rollout) =>
        rollout.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.ProbeEvent.ReadinessLost>().LastOrDefault();

    private static async Task<MemoryStream> Read(ConsoleOnSandbox console, string bucket)
    {
        using var answer = await console.Storage.GetObjectAsync(bucket, Artifact);
        var kept = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(kept);
        kept.Position = 0;
        return kept;
    }
}
