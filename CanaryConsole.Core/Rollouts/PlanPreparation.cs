using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Registry.Approvals;
using CanaryConsole.Core.Rollouts.Tasks;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>From a request to a plan that may be recorded: the same checks for a start, a review and a dry run. Changes nothing.</summary>
internal sealed class PlanPreparation(
    IEndpointControl endpoints,
    EndpointHolder holders,
    CandidateFinder candidates,
    ManagedPlanner managed,
    ChampionAlarms championAlarms,
    HookRules hookRules,
    QuarantineCheck quarantine,
    ArtifactCheck artifacts,
    ApprovalCheck approvals,
    EnvironmentCheck environments)
{
    public async Task<PreparationResult> PrepareAsync(RolloutRequest request, CancellationToken cancellationToken)
    {
        try
        {
            CheckHooks(request);
            CheckGuardrails(request);
            var endpoint = await DescribeAsync(request.Endpoint, cancellationToken).ConfigureAwait(false);
            if (await holders.FindAsync(endpoint.Name, cancellationToken).ConfigureAwait(false) is { } holder)
            {
                // Asked first, since a rollout under way explains whatever else looks wrong with the endpoint; the claim taken with the plan is what decides.
                throw new PlanProblemException(RefusalKind.Conflict, "endpoint", holders.Sentence(endpoint.Name, holder));
            }

            var candidate = await candidates.FindAsync(request, cancellationToken).ConfigureAwait(false);
            await approvals.PassAsync(candidate, cancellationToken).ConfigureAwait(false);
            await quarantine.PassAsync(request, candidate, cancellationToken).ConfigureAwait(false);
            await artifacts.PassAsync(request, candidate, cancellationToken).ConfigureAwait(false);
            return PlanBuilder.Build(request, endpoint, candidate) switch
            {
                PlanResult.Made made => new PreparationResult.Made(new PreparedPlan(
                    await environments.PassAsync(
                        await managed.FinishAsync(championAlarms.Add(made.Plan), endpoint, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
                    request,
                    endpoint,
                    candidate)),
                PlanResult.Invalid invalid => new PreparationResult.Refused(invalid.Kind, invalid.Field, invalid.Reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (PlanProblemException problem)
        {
            return new PreparationResult.Refused(problem.Kind, problem.Field, problem.Message);
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            return new PreparationResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    /// <summary>A guardrail that can never fire is refused; what the lint only warns of is for people to weigh.</summary>
    private static void CheckGuardrails(RolloutRequest request)
    {
        if (PlanOutline.Of(request) is OutlineResult.Made made && PlanLint.Check(made.Outline, traffic: null, forecast: null).FirstOrDefault(finding => finding.IsError) is { } error)
        {
            throw RequestBounds.Invalid(error.Field, error.Reason);
        }
    }

    private void CheckHooks(RolloutRequest request)
    {
        foreach (var (index, hook) in (request.Hooks ?? []).Index())
        {
            if (hookRules.Problem(hook.Url ?? "") is { } problem)
            {
                throw RequestBounds.Invalid($"hooks[{index}].url", $"hooks[{index}].url is \"{hook.Url}\"; {problem}.");
            }
        }
    }

    private async Task<EndpointDescription> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var endpoint = await endpoints.DescribeAsync(name, cancellationToken).ConfigureAwait(false);
            return endpoint.Status is EndpointStatus.InService or EndpointStatus.Updating or EndpointStatus.SystemUpdating
                ? endpoint
                : throw new PlanProblemException(RefusalKind.Conflict, "endpoint", $"endpoint {name} is {endpoint.Status}; a rollout needs one in service.");
        }
        catch (CloudException missing) when (missing.Failure is CloudFailure.NotFound)
        {
            throw new PlanProblemException(RefusalKind.NotFound, "endpoint", $"endpoint is \"{name}\"; there is no such endpoint.");
        }
    }
}
