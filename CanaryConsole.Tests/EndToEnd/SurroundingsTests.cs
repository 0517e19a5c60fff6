using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>A champion that scales by itself, rolled forward and back.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SurroundingsTests
{
    [Fact]
    public async Task V9_RolledBackByItself_ScalingConfigAndTagsAreAsTheyWere()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var before = await ScaleAsync(console);
        var id = await console.BeginAsync(Request(9) with { RollbackPolicy = RollbackPolicy.RestoreConfig, Quarantine = true });
        await console.UntilAsync(id, (rollout, _) => rollout.State.Phase is RolloutPhase.Baking);
        Assert.True(before.AtRest().IsSameAs(await ScalingOfAsync(console, "champion")));

        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal((RolloutPhase.RolledBack, true), (rollout.State.Phase, rollout.State.AutomaticRollback));
        Assert.True(before.IsSameAs(await ScalingOfAsync(console, "champion")));
        var endpoint = await console.DescribeAsync("media-ranker");
        Assert.Equal(("media-ranker-config", "champion"), (endpoint.ConfigName, endpoint.Variants.Single().Name));
        Assert.Equal(rollout.State.Before!.Tags, rollout.State.After!.Tags);
        var refused = Assert.IsType<CommandResult.Refused>(await console.Rollouts.StartAsync(
            Request(9) with { PackageGroup = null, PackageVersion = null, ModelName = "media-ranker-v9" }, "ann", CancellationToken.None));
        Assert.Contains("Rejected", refused.Reason, StringComparison.Ordinal);
        Assert.Empty((await console.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task V8_Completed_TheChallengerScalesAsTheChampionDidAndTheChampionIsGone()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var before = await ScaleAsync(console);
        var id = await console.BeginAsync(Request(8) with { WarmInstances = 1 });

        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal((RolloutPhase.Completed, null), (rollout.State.Phase, rollout.State.Reason));
        Assert.Equal(TaskProgress.Done, rollout.State.Task(RolloutTask.LowerChampion).Progress);
        Assert.Equal("challenger-v8", (await console.DescribeAsync("media-ranker")).Variants.Single().Name);
        Assert.True((before with { Variant = "challenger-v8" }).IsSameAs(await ScalingOfAsync(console, "challenger-v8")));
        Assert.Equal("media-ranker-v8", rollout.State.After!.Tags["canaryconsole:model"]);
    }

    private static async Task<VariantScaling> ScaleAsync(ConsoleOnSandbox console)
    {
        await console.Scaling.RegisterScalableTargetAsync(new RegisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            ResourceId = "endpoint/media-ranker/variant/champion",
            MinCapacity = 2,
            MaxCapacity = 6,
        });
        await console.Scaling.PutScalingPolicyAsync(new PutScalingPolicyRequest
        {
            PolicyName = "keep",
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            ResourceId = "endpoint/media-ranker/variant/champion",
            PolicyType = PolicyType.TargetTrackingScaling,
            TargetTrackingScalingPolicyConfiguration = new TargetTrackingScalingPolicyConfiguration
            {
                TargetValue = 1_200,
                ScaleInCooldown = 300,
                PredefinedMetricSpecification = new PredefinedMetricSpecification { PredefinedMetricType = MetricType.SageMakerVariantInvocationsPerInstance },
            },
        });
        return Assert.IsType<VariantScaling>(await ScalingOfAsync(console, "champion"));
    }

    private static async Task<VariantScaling?> ScalingOfAsync(ConsoleOnSandbox console, string variant) =>
        (await console.ScalingControl.ReadAsync("media-ranker", [variant], CancellationToken.None)).SingleOrDefault();

    private static RolloutRequest Request(int version) => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = version,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.25, 2), new StepRequest(0.5, 2)],
        SoakMinutes = 2,
        ErrorRatioLimit = 2,
        HoldLimitMinutes = 10_000,
    };
}
