using CanaryConsole.Aws.SageMaker.Model;
using Model = CanaryConsole.Sandbox.Models.Model;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>One variant of an endpoint: what it serves, and its weight and instances as they are and as they are wanted.</summary>
internal sealed record Variant(
    ProductionVariant Definition,
    Model Model,
    float CurrentWeight,
    float DesiredWeight,
    int CurrentInstanceCount,
    int DesiredInstanceCount)
{
    public string Name => Definition.VariantName!;

    /// <summary>A variant of a config that no instance runs yet.</summary>
    public static Variant Planned(ProductionVariant definition, Model model) => new(
        definition,
        model,
        CurrentWeight: 0,
        DesiredWeight: definition.InitialVariantWeight ?? 1,
        CurrentInstanceCount: 0,
        DesiredInstanceCount: definition.InitialInstanceCount ?? 1);

    public Variant Settled() => this with { CurrentWeight = DesiredWeight, CurrentInstanceCount = DesiredInstanceCount };
}
