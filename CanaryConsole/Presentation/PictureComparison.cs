using System.Globalization;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Presentation;

/// <summary>What an endpoint was before a rollout and is after it, line by line, where the two differ. Pure.</summary>
internal static class PictureComparison
{
    private const string Nothing = "none";

    public static IReadOnlyList<PictureDifference> Of(EndpointPicture before, EndpointPicture after) =>
        [.. Lines(before, after).Where(line => line.Before != line.After)];

    private static IEnumerable<PictureDifference> Lines(EndpointPicture before, EndpointPicture after)
    {
        yield return new("configuration", before.ConfigName, after.ConfigName);
        foreach (var name in before.Variants.Concat(after.Variants).Select(variant => variant.Name).Distinct())
        {
            yield return new($"variant {name}", Variant(before.Variant(name)), Variant(after.Variant(name)));
            yield return new($"scaling of {name}", Scaling(before.ScalingOf(name)), Scaling(after.ScalingOf(name)));
        }

        foreach (var key in before.Tags.Keys.Concat(after.Tags.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            yield return new($"tag {key}", before.Tags.GetValueOrDefault(key) ?? Nothing, after.Tags.GetValueOrDefault(key) ?? Nothing);
        }
    }

    private static string Variant(VariantDescription? variant) => variant is null
        ? Nothing
        : string.Create(CultureInfo.InvariantCulture, $"{variant.ModelName}, {variant.CurrentInstanceCount} × {variant.InstanceType}, weight {variant.CurrentWeight:0.###}");

    private static string Scaling(VariantScaling? scaling) => scaling is null
        ? Nothing
        : string.Create(CultureInfo.InvariantCulture, $"{scaling.Minimum} to {scaling.Maximum} instances, {scaling.Policies.Count} policies{(scaling.Suspended == ScalingSuspension.None ? "" : ", suspended")}");
}
