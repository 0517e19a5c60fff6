using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>One thing to do in the cloud so that the endpoint comes to what the state wants.</summary>
internal abstract partial record RolloutAction
{
    private RolloutAction()
    {
    }

    public sealed record AddVariant(VariantAddition Addition) : RolloutAction;

    public sealed record RunSmokeTest(string Endpoint, string Variant, IReadOnlyList<SmokeTest> Tests) : RolloutAction;

    public sealed record SetWeights(string Endpoint, IReadOnlyList<VariantWeight> Weights) : RolloutAction;
}
