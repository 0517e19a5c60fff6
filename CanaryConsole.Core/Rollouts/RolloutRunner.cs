using System.Collections.Concurrent;
using System.Diagnostics;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Readiness;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Takes one rollout as far as one look at its endpoint allows: observe, decide, act, until nothing more can be done now.</summary>
internal sealed class RolloutRunner(
    RolloutLedger ledger,
    IEnumerable<IActionPerformer> performers,
    ReadinessTracker readiness,
    NotificationSignal notifications,
    ShadowBook shadows,
    TimeProvider clock,
    ILogger<RolloutRunner> logger)
{
    /// <summary>More passes than phases that can follow each other within one look.</summary>
    private const int MaximumPasses = 8;

    private readonly ConcurrentDictionary<RolloutId, string> _trouble = new();

    /// <summary>Why the last action did not work; null when it did.</summary>
    public string? Trouble(RolloutId id) => _trouble.GetValueOrDefault(id);

    public async Task StepAsync(
        RolloutId id,
        EndpointDescription? endpoint,
        string? problem,
        IReadOnlyList<GuardrailAssessment> assessments,
        FrozenQuantiles? championQuantiles,
        CancellationToken cancellationToken)
    {
        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            var at = clock.GetUtcNow();
            var observed = new RolloutInput.Observe(at, endpoint, problem, assessments)
            {
                Readiness = ledger.Find(id) is { } rollout ? readiness.Of(rollout.State, at) : null,
                Shadow = shadows.Of(id),
                ChampionQuantiles = championQuantiles,
            };
            if (await ApplyAsync(id, observed, cancellationToken).ConfigureAwait(false) is not { } applied)
            {
                return;
            }

            var action = Reconciler.Next(applied.State, endpoint, at);
            if (action is null && applied.Happened.Count == 0)
            {
                return;
            }

            // Another console on the same store may have decided otherwise since; only the way back needs nobody's leave.
            if (action is not null && !applied.State.IsOnTheWayBack
                && await ledger.LearnAsync(id, cancellationToken).ConfigureAwait(false) is { } learned && learned.State.Version != applied.State.Version)
            {
                continue;
            }

            // An action that changes the endpoint makes this look at it stale: the next tick reads back.
            if (action is not null && !await PerformAsync(id, action, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async Task<LedgerResult.Applied?> ApplyAsync(RolloutId id, RolloutInput input, CancellationToken cancellationToken)
    {
        if (await ledger.ApplyAsync(id, input, cancellationToken).ConfigureAwait(false) is not LedgerResult.Applied applied)
        {
            return null;
        }

        foreach (var recorded in applied.Happened)
        {
            Log.Happened(logger, id.Value, recorded.Version, recorded.Event.GetType().Name);
        }

        if (applied.Happened.Count > 0)
        {
            notifications.Wake();
        }

        return applied;
    }

    /// <summary>True when the same look at the endpoint may go on.</summary>
    private async Task<bool> PerformAsync(RolloutId id, RolloutAction action, CancellationToken cancellationToken)
    {
        try
        {
            if (ledger.Find(id) is not { } rollout)
            {
                return false;
            }

            var performing = performers.Select(performer => performer.Perform(rollout.State, action, cancellationToken)).FirstOrDefault(performed => performed is not null)
                ?? throw new UnreachableException($"Nobody performs {action.GetType().Name}.");
            var performed = await performing.ConfigureAwait(false);
            foreach (var report in performed.Reports)
            {
                await ApplyAsync(id, report, cancellationToken).ConfigureAwait(false);
            }

            _trouble.TryRemove(id, out _);
            return performed.LookStands;
        }
        catch (CloudException failure)
        {
            Log.ActionFailed(logger, id.Value, action.GetType().Name, failure.Message);
            _trouble[id] = $"{failure.Message} Trying again.";
            if (failure.Failure is CloudFailure.Invalid or CloudFailure.NotFound or CloudFailure.AccessDenied)
            {
                await ApplyAsync(id, new RolloutInput.ReportRefusal(clock.GetUtcNow(), failure.Message), cancellationToken).ConfigureAwait(false);
            }
        }

        return false;
    }
}
