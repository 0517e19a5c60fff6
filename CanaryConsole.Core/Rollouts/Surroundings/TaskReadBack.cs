using System.Globalization;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Tasks that change the endpoint itself, and what its description must show before they count as done. Pure.</summary>
internal static class TaskReadBack
{
    /// <summary>Such a task needs an endpoint in service, and every look before it is stale.</summary>
    public static bool Changes(RolloutTask task) => task is RolloutTask.LowerChampion or RolloutTask.RaiseChampion
        or RolloutTask.RemoveChallenger or RolloutTask.RemoveChampion or RolloutTask.RestoreConfig;

    /// <summary>What is shown, in words; null while it is not.</summary>
    public static string? Shows(RolloutTask task, RolloutState state, EndpointDescription? endpoint)
    {
        if (endpoint is not { Status: EndpointStatus.InService })
        {
            return null;
        }

        var champion = endpoint.Variant(state.Plan.ChampionVariant);
        return task switch
        {
            RolloutTask.LowerChampion when champion is not null && Has(champion, state.Plan.Surroundings?.WarmInstances) => Counted(champion),
            RolloutTask.RaiseChampion when champion is not null && champion.CurrentInstanceCount >= state.PinnedInstances => Counted(champion),
            RolloutTask.RemoveChallenger when endpoint.Variant(state.Plan.Challenger.VariantName) is null => $"{state.Plan.Challenger.VariantName} is off the endpoint",
            RolloutTask.RemoveChampion when champion is null => $"{state.Plan.ChampionVariant} is off the endpoint",
            RolloutTask.RestoreConfig when string.Equals(endpoint.ConfigName, state.Before?.ConfigName, StringComparison.Ordinal) => $"the endpoint is on {endpoint.ConfigName}",
            _ => null,
        };
    }

    private static bool Has(VariantDescription champion, int? instances) => champion.CurrentInstanceCount == instances && champion.DesiredInstanceCount == instances;

    private static string Counted(VariantDescription champion) =>
        string.Create(CultureInfo.InvariantCulture, $"{champion.Name} has {champion.CurrentInstanceCount} of {champion.DesiredInstanceCount} instances");
}
