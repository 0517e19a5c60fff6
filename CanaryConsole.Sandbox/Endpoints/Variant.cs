using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;
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

    public ProductionVariantServerlessConfig? CurrentServerless { get; init; } = Definition.ServerlessConfig;

    public ProductionVariantServerlessConfig? DesiredServerless { get; init; } = Definition.ServerlessConfig;

    /// <summary>What its instances have done so far; all later states of this variant share it.</summary>
    public Service Service { get; } = new();

    /// <summary>Whether it runs on demand, without instances of its own.</summary>
    public bool IsServerless => Definition.ServerlessConfig is not null;

    /// <summary>Whether anything is there to answer a request.</summary>
    public bool CanServe => CurrentInstanceCount > 0 || IsServerless;

    public TimeSpan StartupLimit => Definition.ContainerStartupHealthCheckTimeoutInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Model.StartupLimit;

    /// <summary>A variant of a config that no instance runs yet.</summary>
    public static Variant Planned(ProductionVariant definition, Model model) => new(
        definition,
        model,
        CurrentWeight: 0,
        DesiredWeight: definition.InitialVariantWeight ?? 1,
        CurrentInstanceCount: 0,
        DesiredInstanceCount: definition.ServerlessConfig is null ? definition.InitialInstanceCount ?? 1 : 0);

    /// <summary>The variant with a part, from 0 to 1, of its instances running.</summary>
    public Variant AtCapacity(double part) => this with
    {
        CurrentWeight = part > 0 ? DesiredWeight : 0,
        CurrentInstanceCount = (int)Math.Round(DesiredInstanceCount * part, MidpointRounding.AwayFromZero),
    };

    /// <summary>The variant after what was wanted of it was given up.</summary>
    public Variant Reverted() => this with { DesiredWeight = CurrentWeight, DesiredInstanceCount = CurrentInstanceCount, DesiredServerless = CurrentServerless };

    public Variant Settled() => this with { CurrentWeight = DesiredWeight, CurrentInstanceCount = DesiredInstanceCount, CurrentServerless = DesiredServerless };
}
