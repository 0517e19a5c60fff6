using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Invocations;

namespace CanaryConsole.Tests.Sandbox.Invocations;

public sealed class ShadowTests
{
    private readonly LocalAws _aws = new();
    private readonly Dice _dice = new(1);

    [Fact]
    public void Begin_EndpointWithAShadow_CopiesItsShareAndCountsItApart()
    {
        CreateEndpoint("shadowed", shadowWeight: 0.25f);
        for (var i = 0; i < 1000; i++)
        {
            Begin("shadowed");
        }

        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1000, Count("shadowed", "production"));
        Assert.InRange(Count("shadowed", "shadow"), 200, 300);
    }

    [Fact]
    public void Begin_PinnedToTheShadow_IsRefused()
    {
        CreateEndpoint("shadowed", shadowWeight: 1);

        Assert.ThrowsAny<Exception>(() => Begin("shadowed", "shadow"));
    }

    private Invocation Begin(string endpoint, string? target = null) => _aws.Simulation.Visit(
        (world, now) => Invocation.Begin(world, now, new InvocationRequest(endpoint, default) { TargetVariant = target }, _dice));

    private double Count(string endpoint, string variant) =>
        _aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(2), endpoint, variant).Sum();

    private void CreateEndpoint(string name, float shadowWeight)
    {
        _aws.Call("SageMaker.CreateEndpointConfig", new CreateEndpointConfigRequest
        {
            EndpointConfigName = name,
            ProductionVariants = [Variant("production", "media-ranker-v7", 1)],
            ShadowProductionVariants = [Variant("shadow", "media-ranker-v8", shadowWeight)],
        });
        _aws.Call("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = name, EndpointConfigName = name });
        _aws.Time.Advance(TimeSpan.FromMinutes(4));
    }

    private static ProductionVariant Variant(string name, string model, float weight) => new()
    {
        VariantName = name,
        ModelName = model,
        InitialVariantWeight = weight,
        InitialInstanceCount = 1,
        InstanceType = "ml.m5.large",
    };
}
