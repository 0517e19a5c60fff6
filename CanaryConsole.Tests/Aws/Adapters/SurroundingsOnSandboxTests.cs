using System.Text.Json;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Aws.Adapters;

/// <summary>What surrounds the traffic, through our clients and real HTTP, on the sandbox, under a clock moved by hand.</summary>
public sealed class SurroundingsOnSandboxTests : ClientsOnSandbox
{
    private const string Ranker = "media-ranker";

    private static readonly Dictionary<string, string> Tags = new() { ["canaryconsole:rollout"] = "r-1" };

    private IEndpointControl Control => Service<IEndpointControl>();

    private IEndpointReshaping Reshaping => Service<IEndpointReshaping>();

    private IScalingControl Scaling => Service<IScalingControl>();

    [Fact]
    public async Task Reshaping_AddedVariantRemovedAndConfigRestored_EndsWhereItBegan()
    {
        await AddChallengerAsync();
        await Reshaping.RemoveVariantAsync(new VariantRemoval(Ranker, "without", "challenger", Tags), CancellationToken.None);
        await Reshaping.RemoveVariantAsync(new VariantRemoval(Ranker, "without", "challenger", Tags), CancellationToken.None);
        var removed = await SettledAsync();
        Assert.Equal(("without", 1, 2), (removed.ConfigName, removed.Variants.Count, removed.Variant("champion")!.CurrentInstanceCount));

        await Reshaping.RestoreConfigAsync(Ranker, "media-ranker-config", CancellationToken.None);
        var restored = await SettledAsync();
        Assert.Equal(("media-ranker-config", "media-ranker-v7"), (restored.ConfigName, restored.Variants.Single().ModelName));
    }

    [Fact]
    public async Task Reshaping_VariantThatServes_IsNotTakenAway()
    {
        await AddChallengerAsync();
        await Control.SetWeightsAsync(Ranker, [new VariantWeight("champion", 0.9), new VariantWeight("challenger", 0.1)], CancellationToken.None);
        await SettledAsync();

        var removal = await Assert.ThrowsAsync<CloudException>(() => Reshaping.RemoveVariantAsync(new VariantRemoval(Ranker, "without", "challenger", Tags), CancellationToken.None));
        var restoring = await Assert.ThrowsAsync<CloudException>(() => Reshaping.RestoreConfigAsync(Ranker, "media-ranker-config", CancellationToken.None));

        Assert.Equal((CloudFailure.Invalid, CloudFailure.Invalid), (removal.Failure, restoring.Failure));
        Assert.Equal("Endpoint config \"media-ranker-config\" has no variant \"challenger\", which carries weight on endpoint \"media-ranker\". Move its traffic first.", restoring.Message);
    }

    [Fact]
    public async Task Capacity_Set_IsReadBackAndMayBeSetAgain()
    {
        await Reshaping.SetCapacityAsync(Ranker, "champion", 1, CancellationToken.None);
        var lowered = await SettledAsync();
        await Reshaping.SetCapacityAsync(Ranker, "champion", 1, CancellationToken.None);

        Assert.Equal(1, lowered.Variant("champion")!.CurrentInstanceCount);
        Assert.Equal(EndpointStatus.InService, (await Control.DescribeAsync(Ranker, CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Scaling_SuspendedReleasedAndPutBack_IsWhatItWas()
    {
        await ScaleAsync();
        var before = Assert.Single(await Scaling.ReadAsync(Ranker, ["champion", "challenger"], CancellationToken.None));
        Assert.Equal(("champion", 2, 6, ScalingSuspension.None, "keep"), (before.Variant, before.Minimum, before.Maximum, before.Suspended, before.Policies.Single().Name));

        await Scaling.PutAsync(Ranker, before.AtRest(), CancellationToken.None);
        Assert.True(before.AtRest().IsSameAs((await Scaling.ReadAsync(Ranker, ["champion"], CancellationToken.None)).Single()));
        await Scaling.RemoveAsync(Ranker, "champion", CancellationToken.None);
        await Scaling.RemoveAsync(Ranker, "champion", CancellationToken.None);
        Assert.Empty(await Scaling.ReadAsync(Ranker, ["champion"], CancellationToken.None));
        await Scaling.PutAsync(Ranker, before, CancellationToken.None);

        Assert.True(before.IsSameAs((await Scaling.ReadAsync(Ranker, ["champion"], CancellationToken.None)).Single()));
    }

    [Fact]
    public void Scaling_MovedToAnotherVariant_TakesItsMetricAlong()
    {
        const string Definition = """{"TargetTrackingScalingPolicyConfiguration":{"TargetValue":70,"CustomizedMetricSpecification":{"Dimensions":[{"Name":"EndpointName","Value":"champion"},{"Name":"VariantName","Value":"champion"}]}}}""";
        var moved = Scaling.MovedTo(new VariantScaling("champion", 1, 4, ScalingSuspension.None, [new("cpu", "TargetTrackingScaling", Definition)]), "challenger");

        Assert.Equal("challenger", moved.Variant);
        Assert.Contains("""{"Name":"EndpointName","Value":"champion"},{"Name":"VariantName","Value":"challenger"}""", moved.Policies.Single().Definition, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_PutAndRemoved_LeaveTheOthersAlone()
    {
        var tagging = Service<ITagging>();
        var arn = (await Control.DescribeAsync(Ranker, CancellationToken.None)).Arn;

        await tagging.PutAsync(arn, new Dictionary<string, string> { ["canaryconsole:why?"] = "a(b)" }, CancellationToken.None);
        Assert.Equal("a-b-", (await tagging.ReadAsync(arn, CancellationToken.None))["canaryconsole:why-"]);
        await tagging.RemoveAsync(arn, ["canaryconsole:why-"], CancellationToken.None);

        Assert.Equal([new("canaryconsole", "managed")], await tagging.ReadAsync(arn, CancellationToken.None));
    }

    [Fact]
    public async Task Model_OfAPackage_IsMadeOnceWithTheOthersRole()
    {
        var models = Service<IModelMaking>();
        var package = (await Service<IModelRegistry>().ListPackagesAsync(Ranker, CancellationToken.None))[0];
        var order = new ModelOrder("made-here", package.Arn, "media-ranker-v7", Tags);

        await models.EnsureAsync(order, CancellationToken.None);
        await models.EnsureAsync(order, CancellationToken.None);
        var taken = await Assert.ThrowsAsync<CloudException>(() => models.EnsureAsync(order with { PackageArn = package.Arn + "0" }, CancellationToken.None));

        Assert.Equal(package.Arn, (await Service<IModelRegistry>().FindModelAsync("made-here", CancellationToken.None))!.PackageArn);
        Assert.Contains("exists already", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_RejectedWithItsArtifact_SaysSoAndHasADigest()
    {
        var registry = Service<IModelRegistry>();
        var package = (await registry.ListPackagesAsync(Ranker, CancellationToken.None))[0];

        await Service<IPackageRejection>().RejectAsync(package.Arn, "rolled back:\nerrors", CancellationToken.None);
        var digest = await Service<IArtifactDigests>().FindAsync(package.Arn, package.ArtifactUri, CancellationToken.None);

        Assert.Equal(ModelApproval.Rejected, (await registry.FindPackageAsync(package.Arn, CancellationToken.None))!.Approval);
        Assert.Matches("^[A-Za-z0-9_-]{16,}$", digest!.Value);
        Assert.Null(await Service<IArtifactDigests>().FindAsync(null, "s3://nowhere/nothing", CancellationToken.None));
    }

    [Fact]
    public async Task Config_OfAnEndpoint_IsItsWholeDescription()
    {
        var json = await Service<IEndpointConfigs>().ReadAsync("media-ranker-config", CancellationToken.None);

        using var config = JsonDocument.Parse(json!);
        Assert.Equal("champion", config.RootElement.GetProperty("ProductionVariants")[0].GetProperty("VariantName").GetString());
        Assert.Null(await Service<IEndpointConfigs>().ReadAsync("nothing", CancellationToken.None));
    }

    [Fact]
    public async Task Leftovers_OfARollout_AreToldUntilTheyAreDeleted()
    {
        var leftovers = Service<ILeftovers>();
        await Control.AddVariantAsync(new VariantAddition(Ranker, "cc-with", "challenger", "media-ranker-v8", "ml.m5.xlarge", 1, Tags), CancellationToken.None);
        await SettledAsync();
        Assert.Contains("cc-with", (await leftovers.InUseAsync(CancellationToken.None)).Configs);
        await Reshaping.RestoreConfigAsync(Ranker, "media-ranker-config", CancellationToken.None);
        await SettledAsync();

        var left = Assert.Single(await leftovers.ListAsync(CancellationToken.None));
        Assert.Equal((LeftoverKind.EndpointConfig, "cc-with", "r-1", 2), (left.Kind, left.Name, left.Rollout, left.Models.Count));
        var used = await leftovers.InUseAsync(CancellationToken.None);
        Assert.DoesNotContain("cc-with", used.Configs);
        Assert.Contains("media-ranker-v7", used.Models);
        await leftovers.DeleteAsync(left.Kind, left.Name, CancellationToken.None);
        await leftovers.DeleteAsync(left.Kind, left.Name, CancellationToken.None);

        Assert.Empty(await leftovers.ListAsync(CancellationToken.None));
    }

    private async Task AddChallengerAsync()
    {
        await Control.AddVariantAsync(new VariantAddition(Ranker, "with", "challenger", "media-ranker-v8", "ml.m5.xlarge", 1, Tags), CancellationToken.None);
        await SettledAsync();
    }

    private async Task<EndpointDescription> SettledAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(10));
        var endpoint = await Control.DescribeAsync(Ranker, CancellationToken.None);
        Assert.Equal(EndpointStatus.InService, endpoint.Status);
        return endpoint;
    }

    private async Task ScaleAsync()
    {
        var scaling = Service<IAmazonApplicationAutoScaling>();
        await scaling.RegisterScalableTargetAsync(new RegisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            ResourceId = "endpoint/media-ranker/variant/champion",
            MinCapacity = 2,
            MaxCapacity = 6,
        });
        await scaling.PutScalingPolicyAsync(new PutScalingPolicyRequest
        {
            PolicyName = "keep",
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            ResourceId = "endpoint/media-ranker/variant/champion",
            PolicyType = PolicyType.TargetTrackingScaling,
            TargetTrackingScalingPolicyConfiguration = new TargetTrackingScalingPolicyConfiguration
            {
                TargetValue = 100_000,
                ScaleInCooldown = 120,
                PredefinedMetricSpecification = new PredefinedMetricSpecification { PredefinedMetricType = MetricType.SageMakerVariantInvocationsPerInstance },
            },
        });
    }
}
