using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Endpoints;
using Model = CanaryConsole.Sandbox.Models.Model;

namespace CanaryConsole.Tests.Sandbox.Endpoints;

public sealed class RouterTests
{
    [Theory]
    [InlineData(0.0, "a")]
    [InlineData(0.749, "a")]
    [InlineData(0.751, "b")]
    [InlineData(0.9999999, "b")]
    public void Pick_ByWeight_FollowsTheShares(double point, string expected) =>
        Assert.Equal(expected, Router.Pick([Variant("a", 3), Variant("zero", 0), Variant("b", 1), Variant("last", 0)], point)?.Name);

    [Fact]
    public void Pick_NoWeightAtAll_FindsNobody() => Assert.Null(Router.Pick([Variant("a", 0)], 0.5));

    private static Variant Variant(string name, float weight)
    {
        var model = new Model(new CreateModelRequest { ModelName = "m" }, default, Behaviour.Default);
        return new Variant(new ProductionVariant { VariantName = name }, model, weight, weight, 1, 1);
    }
}
