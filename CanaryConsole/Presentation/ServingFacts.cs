using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Presentation;

/// <summary>An endpoint as the form says it: who serves, and how much.</summary>
internal sealed record ServingFacts(string Champion, string ChampionModel, string Instances, string Shares, Badge Status)
{
    /// <param name="champion">The variant asked for; empty for the one with the greatest share, as the service takes it.</param>
    public static ServingFacts? Of(EndpointDescription? endpoint, string champion)
    {
        if (endpoint is not { Variants.Count: > 0 })
        {
            return null;
        }

        var serving = endpoint.Variant(champion.Trim()) ?? endpoint.Variants.MaxBy(variant => variant.CurrentWeight)!;
        return new(
            serving.Name,
            serving.ModelName,
            $"{serving.CurrentInstanceCount} × {serving.InstanceType}",
            string.Join(", ", endpoint.Variants.Select(variant => $"{variant.Name} {ShareText.Of(endpoint.ShareOf(variant.Name))}")),
            EndpointStatusPresentation.Badge(endpoint.Status));
    }
}
