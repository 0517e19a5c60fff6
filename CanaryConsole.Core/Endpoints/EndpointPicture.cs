namespace CanaryConsole.Core.Endpoints;

/// <summary>An endpoint with all that stands around its traffic, at one moment: enough to put it back and to compare with another.</summary>
/// <param name="Config">The configuration as the cloud's own JSON; null when it was deleted or is longer than 64 KB.</param>
/// <param name="Scaling">Of the variants that have any, by name.</param>
/// <param name="Tags">Of the endpoint.</param>
public sealed record EndpointPicture(
    DateTimeOffset At,
    string Arn,
    string ConfigName,
    string? Config,
    IReadOnlyList<VariantDescription> Variants,
    IReadOnlyList<VariantScaling> Scaling,
    IReadOnlyDictionary<string, string> Tags)
{
    public VariantDescription? Variant(string name) => Variants.FirstOrDefault(variant => string.Equals(variant.Name, name, StringComparison.Ordinal));

    public VariantScaling? ScalingOf(string variant) => Scaling.FirstOrDefault(scaling => string.Equals(scaling.Variant, variant, StringComparison.Ordinal));
}
