namespace CanaryConsole.Core.Endpoints;

/// <summary>The fleet that an update brings up, as the cloud described it.</summary>
/// <param name="ConfigName">The configuration it is to serve.</param>
public sealed record PendingDeployment(string ConfigName, DateTimeOffset StartedAt, IReadOnlyList<PendingVariant> Variants)
{
    public PendingVariant? Variant(string name) =>
        Variants.FirstOrDefault(variant => string.Equals(variant.Name, name, StringComparison.Ordinal));
}

/// <summary>What SageMaker does with a pending variant; <see cref="None"/> where it does not say, as when only the old fleet changes.</summary>
public enum PendingStage
{
    None,
    Creating,
    Updating,
    ActivatingTraffic,
    Baking,
    Deleting,
}

/// <summary>One variant of a pending fleet.</summary>
/// <param name="Message">SageMaker's own words on the stage.</param>
/// <param name="CurrentWeight">The part of <paramref name="DesiredWeight"/> that has traffic.</param>
public sealed record PendingVariant(
    string Name,
    PendingStage Stage,
    string? Message,
    double CurrentWeight,
    double DesiredWeight,
    int CurrentInstanceCount,
    int DesiredInstanceCount)
{
    /// <summary>The pending fleet's part of the variant's traffic.</summary>
    public Percentage Share => DesiredWeight > 0 ? Percentage.FromFraction(Math.Clamp(CurrentWeight / DesiredWeight, 0, 1)) : Percentage.Zero;
}
