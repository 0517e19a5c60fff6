using System.Globalization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>How the traffic comes back, told before it has to. Pure.</summary>
internal static class RollbackWords
{
    public static IReadOnlyList<string> Of(ReviewGround ground)
    {
        var plan = ground.Plan;
        return
        [
            plan.AutoRollback
                ? "A breach of an enforcing guardrail starts the way back by itself; a person can at any time."
                : "A breach pauses the rollout and calls a person; only a person starts the way back.",
            .. plan.Managed is { } managed ? Deployed(managed.OldConfig) : ByWeights(ground),
            .. Around(plan),
            After(ground),
        ];
    }

    private static IEnumerable<string> ByWeights(ReviewGround ground)
    {
        var (plan, champion) = (ground.Plan, ground.Before.Variant(ground.Plan.ChampionVariant)?.DesiredInstanceCount ?? 1);
        if (plan.Surroundings?.WarmInstances is { } warm && warm < champion)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"During the soak {plan.ChampionVariant} gets its {champion} instances back first; the traffic waits for that, at most {RolloutDefaults.CapacityFirstLimit.TotalMinutes:0} min.");
        }

        yield return ground.Times.WeightChange is { } took
            ? $"All weight goes to {plan.ChampionVariant} in one call and is read back; a change of weights took {Journal.Lasting(took)} on {plan.Endpoint} lately."
            : $"All weight goes to {plan.ChampionVariant} in one call and is read back; how long that takes on {plan.Endpoint} has not been measured yet.";
    }

    private static IEnumerable<string> Deployed(string oldConfig) =>
    [
        "While SageMaker moves the traffic, the abort alarm is set to ALARM until it turns back by itself.",
        $"Once SageMaker is through, configuration {oldConfig} is deployed again, all at once; that takes as long as bringing up its instances.",
    ];

    private static IEnumerable<string> Around(RolloutPlan plan)
    {
        if (plan.Surroundings is not { } around)
        {
            yield break;
        }

        if (plan.Managed is null)
        {
            yield return around.RollbackPolicy switch
            {
                RollbackPolicy.TrafficOnly => $"{plan.Challenger.VariantName} stays on the endpoint at weight 0.",
                RollbackPolicy.RemoveVariant => $"{plan.Challenger.VariantName} is then taken off the endpoint.",
                RollbackPolicy.RestoreConfig => "The endpoint then goes back to the configuration it has now.",
            };
        }

        yield return around.Alarms is { Count: > 0 }
            ? "The challenger's alarms are deleted; scaling and the endpoint's tags are put back as they are now."
            : "Scaling and the endpoint's tags are then put back as they are now.";
        if (around.Capture is not null && plan.Managed is null && around.RollbackPolicy is not RollbackPolicy.RestoreConfig)
        {
            yield return "Data capture stays as the rollout set it; only the rollback policy restoreConfig brings back what was.";
        }

        if (around.Quarantine)
        {
            yield return "After an automatic rollback the package is rejected and its artifact refused.";
        }
    }

    private static string After(ReviewGround ground)
    {
        var took = ground.Times.Preparation is { } measured ? $" Bringing up a variant took {Journal.Lasting(measured)} lately." : "";
        return ground.Plan switch
        {
            { Managed: not null } => "Once the old fleet is gone, the way back is a new deployment.",
            { Surroundings.KeepChampion: true } plan => $"After the end {plan.ChampionVariant} stays at weight 0, so that the way back stays a change of weights.",
            { Surroundings: not null } plan => $"After the end {plan.ChampionVariant} is gone: the way back is then a new rollout.{took}",
            { } plan => $"After the end {plan.ChampionVariant} stays at weight 0.",
        };
    }
}
