using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Environments;

/// <summary>Holds a plan to what its endpoint's environment asks for, and writes that into it.</summary>
internal sealed class EnvironmentCheck(IEnvironmentDirectory directory, IPredecessorDesk predecessors, ArtifactSeal seal)
{
    /// <exception cref="PlanProblemException">The environment does not allow the strategy, or the package has not served where it must have.</exception>
    /// <exception cref="CloudException">The endpoints of the environment before could not be listed, or the artifact's store did not answer.</exception>
    /// <exception cref="Storage.StoreException">What served there could not be read.</exception>
    public async Task<RolloutPlan> PassAsync(RolloutPlan plan, CancellationToken cancellationToken)
    {
        if (directory.Of(plan.Endpoint) is not { } environment)
        {
            return plan;
        }

        if (environment.Strategies is { } allowed && !allowed.Contains(plan.Strategy))
        {
            throw RequestBounds.Invalid("strategy", $"strategy is {Word(plan.Strategy)}; {environment.Name} allows {string.Join(", ", allowed.Select(Word))}.");
        }

        var challenger = plan.Challenger;
        var finding = await predecessors.LookAsync(environment, challenger.PackageGroup, challenger.PackageVersion, cancellationToken).ConfigureAwait(false);
        if (finding?.Missing is { } missing)
        {
            throw new PlanProblemException(RefusalKind.Conflict, challenger.PackageVersion is null ? "modelName" : "packageVersion", missing);
        }

        var artifact = environment.Approvals > 0 ? await seal.ReadAsync(plan, cancellationToken).ConfigureAwait(false) : null;
        return plan with { Environment = new PlanEnvironment(environment.Name, environment.Approvals, environment.SelfApproval, finding?.Evidence, artifact) };
    }

    // As the API and the files spell it.
    private static string Word(Strategy strategy) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(strategy.ToString());
}
