namespace CanaryConsole.Core.Endpoints;

/// <summary>
/// A variant to be added at weight 0 beside those that serve. Variants that carry no weight are left behind, so that leftovers do not pile up.
/// The same addition under the same configuration name may be asked for again.
/// </summary>
/// <param name="ConfigName">Name of the new endpoint configuration.</param>
/// <param name="Tags">Written on the new configuration, beside the old one's.</param>
public sealed record VariantAddition(
    string Endpoint,
    string ConfigName,
    string VariantName,
    string ModelName,
    string InstanceType,
    int InstanceCount,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The shadow variant that goes with the same update, because SageMaker takes one beside a single production variant only; null when none does.</summary>
    public string? ReplacesShadow { get; init; }

    /// <summary>What the new configuration captures; a sampling of 0 turns capture off, null leaves it as the old one has it.</summary>
    public DataCapture? Capture { get; init; }
}
