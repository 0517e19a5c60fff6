using System.Globalization;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Reviews;

/// <summary>An endpoint as it stands at one point of a plan that has not begun.</summary>
/// <param name="Shadow">Variants that get copies.</param>
internal sealed record PlannedEndpoint(
    string Name,
    string ConfigName,
    IReadOnlyList<VariantDescription> Variants,
    IReadOnlyList<VariantDescription> Shadow,
    DataCapture? Capture,
    IReadOnlyList<VariantScaling> Scaling,
    IReadOnlyDictionary<string, string> Tags)
{
    public static PlannedEndpoint Of(EndpointDescription endpoint, EndpointPicture picture) =>
        new(endpoint.Name, endpoint.ConfigName, endpoint.Variants, endpoint.ShadowVariants, endpoint.Capture, picture.Scaling, picture.Tags);

    /// <summary>What its configuration says, a line for each thing.</summary>
    public string Configuration => string.Join('\n', [
        .. Variants.Select(variant => $"{Said(variant)}, {Share(variant)} of the traffic"),
        .. Shadow.Select(variant => $"{Said(variant)}, copies only"),
        Capture is { } capture ? $"Data capture: {capture.Sampling} to {capture.Destination}" : "Data capture: off",
    ]);

    public string Whole => $"Configuration {ConfigName}\n{Configuration}";

    public string Weights => string.Join('\n', Variants.Select(variant => $"{variant.Name}: {Share(variant)}"));

    public string TagLines => Lines(Tags);

    public static string Lines(IReadOnlyDictionary<string, string> tags) =>
        string.Join('\n', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key} = {tag.Value}"));

    public PlannedEndpoint WithShares(params IReadOnlyList<(string Variant, Percentage Share)> shares) => this with
    {
        Variants = [.. Variants.Select(variant => shares.Where(one => one.Variant == variant.Name).Select(one => one.Share.Fraction).FirstOrDefault() is var weight
            ? variant with { CurrentWeight = weight, DesiredWeight = weight }
            : variant)],
    };

    public PlannedEndpoint Without(string variant, string configName) =>
        this with { ConfigName = configName, Variants = [.. Variants.Where(one => one.Name != variant)] };

    public PlannedEndpoint WithCount(string variant, int instances) => this with
    {
        Variants = [.. Variants.Select(one => one.Name == variant ? one with { CurrentInstanceCount = instances, DesiredInstanceCount = instances } : one)],
    };

    private static string Said(VariantDescription variant) => string.Create(
        CultureInfo.InvariantCulture, $"{variant.Name}: {variant.ModelName} on {variant.DesiredInstanceCount} x {variant.InstanceType}");

    private Percentage Share(VariantDescription variant)
    {
        var sum = Variants.Sum(one => one.CurrentWeight);
        return sum > 0 ? Percentage.FromFraction(Math.Clamp(variant.CurrentWeight / sum, 0, 1)) : Percentage.Zero;
    }
}
