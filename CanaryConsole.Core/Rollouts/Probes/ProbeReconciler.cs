using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The next action of hooks and smoke tests, by the difference between what is wanted and what is there. Pure.</summary>
internal static class ProbeReconciler
{
    /// <summary>Null when there is nothing to do now. Asked in every status of the endpoint, also when it could not be described.</summary>
    public static RolloutAction? Next(RolloutState state, EndpointDescription? endpoint, DateTimeOffset at) => state switch
    {
        { Phase: RolloutPhase.SmokeTesting, Probes.SmokeTestPassed: false } when endpoint is { Status: EndpointStatus.InService } =>
            new RolloutAction.RunSmokeTest(endpoint.Name, state.Plan.Challenger.VariantName, [.. state.Plan.AllSmokeTests]),
        { Phase: RolloutPhase.Preparing or RolloutPhase.SmokeTesting or RolloutPhase.Soaking or RolloutPhase.Paused } when PlanHooks.Asked(state) is { } hook =>
            new RolloutAction.ProbeAction.AskHook(new HookCall(
                hook, state.Id.Value, state.Plan.Endpoint, state.Plan.Challenger.VariantName, state.Plan.Challenger.ModelName, state.PlanDigest)),
        _ => null,
    };
}
