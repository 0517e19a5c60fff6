using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Environments;

/// <summary>Where what a rollout brought may go next, and the wizard's address filled in for it.</summary>
/// <param name="To">The environment that asks for this one first.</param>
/// <param name="Endpoint">The endpoint of it that is meant most likely; another may be chosen in the wizard.</param>
public sealed record PromotionOffer(DeploymentEnvironment To, string Endpoint, string Href)
{
    /// <summary>None for a rollout that did not complete, whose model is of no package, or whose environment comes before no other that has an endpoint.</summary>
    /// <param name="endpoints">The names of all there are.</param>
    public static IReadOnlyList<PromotionOffer> Of(RolloutState rollout, IEnvironmentDirectory directory, IEnumerable<string> endpoints)
    {
        if (rollout is not { Phase: RolloutPhase.Completed, Plan.Challenger: { PackageGroup: { } group, PackageVersion: { } version } }
            || directory.Of(rollout.Plan.Endpoint) is not { } from)
        {
            return [];
        }

        var names = endpoints.ToList();
        return
        [
            .. directory.All
                .Where(environment => environment.Predecessor?.Environment == from.Name)
                .Select(environment => (Environment: environment, Endpoint: Likest(rollout.Plan.Endpoint, names.Where(name => directory.Of(name) == environment))))
                .Where(target => target.Endpoint is not null)
                .Select(target => new PromotionOffer(target.Environment, target.Endpoint!, Address(rollout, target.Endpoint!, group, version))),
        ];
    }

    private static string Address(RolloutState rollout, string endpoint, string group, int version) => FormattableString.Invariant(
        $"/rollouts/new?endpoint={Uri.EscapeDataString(endpoint)}&group={Uri.EscapeDataString(group)}&version={version}&promoteFrom={Uri.EscapeDataString(rollout.Id.Value)}");

    // media-ranker-dev means media-ranker rather than search-embeddings: names that begin alike belong together.
    private static string? Likest(string name, IEnumerable<string> others) => others
        .OrderByDescending(other => name.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count())
        .ThenBy(other => other.Length)
        .ThenBy(other => other, StringComparer.Ordinal)
        .FirstOrDefault();
}
