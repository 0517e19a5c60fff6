using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a look at a deployment under way adds to what is known of it.</summary>
internal static class ManagedProgressing
{
    /// <summary>Null when SageMaker stands where it stood.</summary>
    public static ManagedProgress? Next(RolloutState state, EndpointDescription endpoint, PendingDeployment pending)
    {
        var known = state.Managed?.Progress;
        var old = endpoint.Variant(state.Plan.ChampionVariant);
        var next = pending.Variant(state.Plan.Challenger.VariantName) is { } variant
            ? new ManagedProgress(variant.Stage, variant.Share, old?.CurrentInstanceCount ?? 0, variant.CurrentInstanceCount, variant.DesiredInstanceCount, variant.Message)
            : new ManagedProgress(PendingStage.None, Percentage.Zero, old?.CurrentInstanceCount ?? 0, 0, state.Plan.Challenger.InstanceCount, null);

        // SageMaker's words may count down; that is no news.
        return known is not null && known with { Message = null } == next with { Message = null } ? null : next;
    }

    /// <summary>Says once that the console has nothing to go by, and once that it has again; the alarms watch all the while.</summary>
    public static Decision? Evidence(RolloutState state, RolloutInput.Observe observed)
    {
        if (GuardHold.Page(state, observed) is { } page)
        {
            return page;
        }

        var missing = observed.Assessments.FirstOrDefault(assessment => assessment is { Guardrail.Enforcing: true, Verdict: Verdict.NoData or Verdict.Blind });
        return (missing, state.EvidenceMissingSince) switch
        {
            ({ } without, null) => Decision.Of(new RolloutEvent.EvidenceLost(
                $"{without.Guardrail.Name}: {without.Verdict.Reason}; until the new fleet's own metrics come, only the alarms in CloudWatch watch it")),
            (null, not null) when observed.Assessments.Count > 0 => Decision.Of(new RolloutEvent.EvidenceRestored()),
            _ => null,
        };
    }
}
