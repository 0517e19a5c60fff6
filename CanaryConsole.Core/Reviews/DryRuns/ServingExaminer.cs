using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>What serves now, and all that it would be started from again: the way back rests on it.</summary>
internal sealed class ServingExaminer(IReadinessProbe probe) : IDryRunExaminer
{
    public IEnumerable<DryRunQuestion> Of(PreparedPlan prepared)
    {
        var (plan, endpoint) = (prepared.Plan, prepared.Endpoint);
        yield return new DryRunQuestion($"Endpoint {endpoint.Name}", _ => Task.FromResult<IReadOnlyList<DryRunCheck>>([Status(endpoint)]));
        yield return new DryRunQuestion(
            $"Variant {plan.ChampionVariant}",
            async stop => [.. (await probe.CheckAsync(new ReadinessQuestion(plan.Endpoint, endpoint.ConfigName, plan.ChampionVariant), stop).ConfigureAwait(false)).Select(DryRunWords.Of)]);
    }

    private static DryRunCheck Status(EndpointDescription endpoint) => endpoint.Status is EndpointStatus.InService
        ? new DryRunCheck($"Endpoint {endpoint.Name}", DryRunResult.Passed, null)
        : new DryRunCheck($"Endpoint {endpoint.Name}", DryRunResult.Warned, $"It is {endpoint.Status}; the rollout would wait until it is in service.");
}
