using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Sandbox.Endpoints;

public sealed class ShadowVariantTests
{
    private readonly LocalAws _aws = new();

    [Fact]
    public void Shadow_BesideOneProductionVariant_IsDescribedAndSampled()
    {
        CreateConfig("shadowed", [Instances("champion", "media-ranker-v7", 2)], [Instances("shadow", "media-ranker-v8", 0.5f)]);
        _aws.Call("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "shadowed" });
        Assert.Equal("shadow", _aws.Describe("media-ranker").PendingDeploymentSummary!.ShadowProductionVariants!.Single().VariantName);
        _aws.Time.Advance(TimeSpan.FromMinutes(4));

        var shadow = Assert.Single(_aws.Describe("media-ranker").ShadowProductionVariants!);
        Assert.Equal(("shadow", 0.5f, 1), (shadow.VariantName, shadow.CurrentWeight, shadow.CurrentInstanceCount));
        Assert.Equal(("shadow", 0.25), Shadow());
    }

    [Fact]
    public void Shadow_ItsWeightSet_IsSampledAnew()
    {
        CreateConfig("shadowed", [Instances("champion", "media-ranker-v7", 1)], [Instances("shadow", "media-ranker-v8", 0.5f)]);
        _aws.Call("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "shadowed" });
        _aws.Time.Advance(TimeSpan.FromMinutes(4));
        _aws.SetWeights("media-ranker", ("shadow", 3));
        _aws.Time.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal(("shadow", 1.0), Shadow());
    }

    [Fact]
    public void Shadow_BesideTwoProductionVariants_IsRefused() => Assert.Equal(
        "With ShadowProductionVariants, exactly one production variant and one shadow variant can be specified, but there are 2 and 1.",
        Refused([Instances("a", "media-ranker-v7", 1), Instances("b", "media-ranker-v8", 1)], [Instances("c", "media-ranker-v8", 1)]));

    [Fact]
    public void Shadow_OfTheSameName_IsRefused() => Assert.Equal(
        "Production variant names must be unique within an endpoint configuration.",
        Refused([Instances("a", "media-ranker-v7", 1)], [Instances("a", "media-ranker-v8", 1)]));

    [Fact]
    public void Serverless_Variant_ServesWithoutInstances()
    {
        CreateConfig("on-demand", [Serverless(2048, 5)], null);
        _aws.Call("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = "lambda", EndpointConfigName = "on-demand" });
        _aws.Time.Advance(TimeSpan.FromMinutes(4));

        var variant = Assert.Single(_aws.Describe("lambda").ProductionVariants!);
        Assert.Equal((null, null, 2048), (variant.CurrentInstanceCount, variant.DesiredInstanceCount, variant.CurrentServerlessConfig!.MemorySizeInMB));
        Assert.True(_aws.Simulation.Visit((world, _) => world.Endpoints.Find("lambda").Route(0.5)!.Value.Variant.CanServe));
        Assert.Equal("The instance count of variant \"only\" cannot be set: it is serverless.", _aws.Refused(
            "SageMaker.UpdateEndpointWeightsAndCapacities",
            new UpdateEndpointWeightsAndCapacitiesRequest { EndpointName = "lambda", DesiredWeightsAndCapacities = [new DesiredWeightAndCapacity { VariantName = "only", DesiredInstanceCount = 1 }] }));
    }

    [Fact]
    public void Serverless_ItsConcurrencyUpdated_IsPendingUntilDone()
    {
        CreateConfig("on-demand", [Serverless(2048, 5)], null);
        _aws.Call("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = "lambda", EndpointConfigName = "on-demand" });
        _aws.Time.Advance(TimeSpan.FromMinutes(4));
        _aws.Call("SageMaker.UpdateEndpointWeightsAndCapacities", Concurrency("lambda", "only", 9));

        var during = _aws.Describe("lambda").ProductionVariants!.Single();
        Assert.Equal((5, 9), (during.CurrentServerlessConfig!.MaxConcurrency, during.DesiredServerlessConfig!.MaxConcurrency));
        _aws.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(9, _aws.Describe("lambda").ProductionVariants!.Single().CurrentServerlessConfig!.MaxConcurrency);
        Assert.Equal(
            "ServerlessUpdateConfig cannot be specified for variant \"champion\": it is not serverless.",
            _aws.Refused("SageMaker.UpdateEndpointWeightsAndCapacities", Concurrency("media-ranker", "champion", 9)));
    }

    [Theory]
    [InlineData(1500, 5, "MemorySizeInMB is 1500: it must be one of 1024, 2048, 3072, 4096, 5120 and 6144.")]
    [InlineData(8192, 5, "1 validation error detected: Value '8192' at 'productionVariants.1.member.serverlessConfig.memorySizeInMB' failed to satisfy constraint: Member must have value less than or equal to 6144")]
    [InlineData(1024, 201, "1 validation error detected: Value '201' at 'productionVariants.1.member.serverlessConfig.maxConcurrency' failed to satisfy constraint: Member must have value less than or equal to 200")]
    public void Serverless_OutOfBounds_IsRefused(int memory, int concurrency, string message) => Assert.Equal(message, Refused([Serverless(memory, concurrency)], null));

    private static UpdateEndpointWeightsAndCapacitiesRequest Concurrency(string endpoint, string variant, int maximum) => new()
    {
        EndpointName = endpoint,
        DesiredWeightsAndCapacities =
            [new DesiredWeightAndCapacity { VariantName = variant, ServerlessUpdateConfig = new ProductionVariantServerlessUpdateConfig { MaxConcurrency = maximum } }],
    };

    private static ProductionVariant Serverless(int memory, int concurrency) => new()
    {
        VariantName = "only",
        ModelName = "media-ranker-v7",
        ServerlessConfig = new ProductionVariantServerlessConfig { MemorySizeInMB = memory, MaxConcurrency = concurrency },
    };

    private static ProductionVariant Instances(string name, string model, float weight) =>
        new() { VariantName = name, ModelName = model, InitialVariantWeight = weight, InitialInstanceCount = 1, InstanceType = "ml.m5.xlarge" };

    private static CreateEndpointConfigRequest Request(string name, List<ProductionVariant> variants, List<ProductionVariant>? shadows) =>
        new() { EndpointConfigName = name, ProductionVariants = variants, ShadowProductionVariants = shadows };

    private (string? Name, double? Share) Shadow() => _aws.Simulation.Visit((world, _) =>
        (world.Endpoints.Find("media-ranker").Shadow?.Variant.Name, world.Endpoints.Find("media-ranker").Shadow?.SamplingShare));

    private void CreateConfig(string name, List<ProductionVariant> variants, List<ProductionVariant>? shadows) =>
        _aws.Call("SageMaker.CreateEndpointConfig", Request(name, variants, shadows));

    private string Refused(List<ProductionVariant> variants, List<ProductionVariant>? shadows) =>
        _aws.Refused("SageMaker.CreateEndpointConfig", Request("refused", variants, shadows));
}
