using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Registry.Approvals;
using CanaryConsole.Core.Rollouts.Tasks;
using CanaryConsole.Core.Serving;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Core.Rollouts;

/// <summary>From a request to a recorded plan that holds its endpoint.</summary>
internal sealed class RolloutStarter(
    RolloutLedger ledger,
    IEndpointControl endpoints,
    CandidateFinder candidates,
    ManagedPlanner managed,
    HookRules hookRules,
    QuarantineCheck quarantine,
    ApprovalCheck approvals,
    IEventStore store,
    TimeProvider clock)
{
    private const int Attempts = 10;

    /// <param name="wave">The wave that asks; null for people and machines.</param>
    public async Task<CommandResult> StartAsync(RolloutRequest request, WaveReference? wave, string actor, CancellationToken cancellationToken)
    {
        try
        {
            CheckHooks(request);
            CheckGuardrails(request);
            var endpoint = await DescribeAsync(request.Endpoint, cancellationToken).ConfigureAwait(false);
            if (await HolderAsync(endpoint.Name, cancellationToken).ConfigureAwait(false) is { } holder)
            {
                return Held(endpoint.Name, holder);
            }

            var candidate = await candidates.FindAsync(request, cancellationToken).ConfigureAwait(false);
            await approvals.PassAsync(candidate, cancellationToken).ConfigureAwait(false);
            await quarantine.PassAsync(request, candidate, cancellationToken).ConfigureAwait(false);
            return PlanBuilder.Build(request, endpoint, candidate) switch
            {
                PlanResult.Made made => await BeginAsync(
                    await managed.FinishAsync(made.Plan with { Wave = wave }, endpoint, cancellationToken).ConfigureAwait(false), request, endpoint, actor, cancellationToken).ConfigureAwait(false),
                PlanResult.Invalid invalid => new CommandResult.Refused(invalid.Kind, invalid.Field, invalid.Reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (PlanProblemException problem)
        {
            return new CommandResult.Refused(problem.Kind, problem.Field, problem.Message);
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            return new CommandResult.Refused(RefusalKind.Unavailable, null, failure.Message);
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

    private async Task<CommandResult> BeginAsync(
        RolloutPlan plan, RolloutRequest request, EndpointDescription endpoint, string actor, CancellationToken cancellationToken)
    {
        var day = FormattableString.Invariant($"{plan.Endpoint}-{clock.GetUtcNow().UtcDateTime:yyyyMMdd}");
        var known = await store.ListStreamsAsync($"{RolloutEventJson.StreamPrefix}{day}-", 1000, cancellationToken).ConfigureAwait(false);
        // While an endpoint changes, what it shows is on its way to something else.
        var serving = endpoint.Status is EndpointStatus.InService ? ServedVariants.Of(endpoint) : null;
        for (var number = known.Count + 1; number <= known.Count + Attempts; number++)
        {
            var id = new RolloutId(FormattableString.Invariant($"{day}-{number}"));
            var planned = new RolloutEvent.RolloutPlanned(id, plan, PlanDigest.Of(plan), request, serving);
            switch (await ledger.BeginAsync(planned, actor, cancellationToken).ConfigureAwait(false))
            {
                case AppendResult.Appended when ledger.Find(id) is { } begun:
                    return new CommandResult.Accepted(begun.State);
                case AppendResult.ClaimTaken taken:
                    return Held(plan.Endpoint, RolloutLedger.IdOf(taken.HolderStream));
                default:
                    continue;
            }
        }

        return new CommandResult.Refused(RefusalKind.Unavailable, null, $"No free name for a rollout of {day} was found in {Attempts} tries; try again.");
    }

    /// <summary>Asked first, since a rollout under way explains whatever else looks wrong with the endpoint; the claim taken with the plan is what decides.</summary>
    private async Task<RolloutId?> HolderAsync(string endpoint, CancellationToken cancellationToken)
    {
        var claim = RolloutLedger.ClaimOn(endpoint);
        var claims = await store.ListClaimsAsync(claim, cancellationToken).ConfigureAwait(false);
        return claims.TryGetValue(claim, out var stream) ? RolloutLedger.IdOf(stream) : null;
    }

    private CommandResult.Refused Held(string endpoint, RolloutId holder) => new(
        RefusalKind.Conflict,
        "endpoint",
        $"endpoint {endpoint} is held by rollout {holder}{StartedBy(holder)}; one rollout at a time moves an endpoint's traffic.");

    private string StartedBy(RolloutId holder) => ledger.Find(holder) is { } rollout ? $" ({rollout.State.Phase}, started by {rollout.State.StartedBy})" : "";
}
