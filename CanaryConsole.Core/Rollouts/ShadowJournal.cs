using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The shadow stage, told to people.</summary>
internal static class ShadowJournal
{
    public static string Sentence(RolloutEvent.ShadowEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.ShadowEvent.ShadowRequested requested =>
            $"Asked for {plan.Challenger.VariantName} as a shadow variant{(requested.Attempt > 1 ? $", attempt {requested.Attempt}" : "")}.",
        RolloutEvent.ShadowEvent.ShadowReady ready =>
            $"Read back: {plan.Challenger.VariantName} shadows {plan.ChampionVariant}, with configuration {ready.ConfigName}.",
        _ => throw new UnreachableException(),
    };
}
