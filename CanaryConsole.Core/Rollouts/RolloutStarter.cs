using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Serving;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Core.Rollouts;

/// <summary>From a request to a recorded plan that holds its endpoint.</summary>
internal sealed class RolloutStarter(RolloutLedger ledger, PlanPreparation preparation, EndpointHolder holders, RolloutNumbering numbering)
{
    /// <param name="wave">The wave that asks; null for people and machines.</param>
    /// <param name="behind">The person behind the wave; null without one.</param>
    public async Task<CommandResult> StartAsync(RolloutRequest request, WaveReference? wave, string? behind, string actor, CancellationToken cancellationToken)
    {
        try
        {
            return await preparation.PrepareAsync(request, cancellationToken).ConfigureAwait(false) switch
            {
                PreparationResult.Made { Prepared: var prepared } =>
                    await BeginAsync(prepared with { Plan = prepared.Plan with { Wave = wave, OnBehalfOf = behind } }, actor, cancellationToken).ConfigureAwait(false),
                PreparationResult.Refused refused => new CommandResult.Refused(refused.Kind, refused.Field, refused.Reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (StoreException failure)
        {
            return new CommandResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    private async Task<CommandResult> BeginAsync(PreparedPlan prepared, string actor, CancellationToken cancellationToken)
    {
        var plan = prepared.Plan;
        var names = await numbering.NextAsync(plan.Endpoint, cancellationToken).ConfigureAwait(false);
        // While an endpoint changes, what it shows is on its way to something else.
        var serving = prepared.Endpoint.Status is EndpointStatus.InService ? ServedVariants.Of(prepared.Endpoint) : null;
        foreach (var id in names)
        {
            var planned = new RolloutEvent.RolloutPlanned(id, plan, PlanDigest.Of(plan), prepared.Request, serving);
            switch (await ledger.BeginAsync(planned, actor, cancellationToken).ConfigureAwait(false))
            {
                case AppendResult.Appended when ledger.Find(id) is { } begun:
                    return new CommandResult.Accepted(begun.State);
                case AppendResult.ClaimTaken taken:
                    return new CommandResult.Refused(RefusalKind.Conflict, "endpoint", holders.Sentence(plan.Endpoint, RolloutLedger.IdOf(taken.HolderStream)));
                default:
                    continue;
            }
        }

        return new CommandResult.Refused(
            RefusalKind.Unavailable, null, $"No free name for a rollout like {names[0]} was found in {names.Count} tries; try again.");
    }
}
