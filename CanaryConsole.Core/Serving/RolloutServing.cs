using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Serving;

/// <summary>What a rollout's events say of its endpoint's traffic: what was seen at its plan, every order, every read-back. Pure.</summary>
internal static class RolloutServing
{
    public static IEnumerable<ServingChange> Statements(RolloutRecord record)
    {
        RolloutState? before = null;
        foreach (var recorded in record.Events)
        {
            var after = RolloutEvolution.Evolve(before, recorded);
            foreach (var change in Of(before, after, recorded))
            {
                yield return change;
            }

            before = after;
        }
    }

    private static IEnumerable<ServingChange> Of(RolloutState? before, RolloutState after, RecordedRolloutEvent recorded)
    {
        if (recorded.Event is RolloutEvent.RolloutPlanned { Serving: { Count: > 0 } seen })
        {
            yield return Change(ServingProof.ReadBack, seen, after, recorded) with { Cause = "Seen when a rollout was planned." };
        }

        if (before is null)
        {
            yield break;
        }

        if (Sight(recorded.Event) is { } sight && Split(sight) is { Count: > 0 } found)
        {
            yield return Change(ServingProof.ReadBack, found, after, recorded);
        }

        if (recorded.Event is RolloutEvent.ManagedEvent managed)
        {
            if (Managed(managed) is var (proof, share))
            {
                yield return Change(proof, Split(after.Plan, share), after, recorded);
            }

            yield break;
        }

        // The state knows every order and read-back, whichever event brought it.
        if (after.IntentAt is not null && (after.IntentAt != before.IntentAt || after.ChallengerShare != before.ChallengerShare))
        {
            yield return Change(ServingProof.Ordered, Split(after.Plan, after.ChallengerShare), after, recorded);
        }

        if (after.WeightsConfirmedAt is not null && after.WeightsConfirmedAt != before.WeightsConfirmedAt)
        {
            yield return Change(ServingProof.ReadBack, Split(after.Plan, after.ChallengerShare), after, recorded);
        }
    }

    private static EndpointSight? Sight(RolloutEvent happened) => happened switch
    {
        RolloutEvent.VariantReady ready => ready.Seen,
        RolloutEvent.DivergenceEvent.EndpointDiverged diverged => diverged.Divergence.Seen,
        _ => null,
    };

    // SageMaker moves the traffic itself, so what it shows on the way is not what was ordered; null for events that say nothing of traffic.
    private static (ServingProof Proof, Percentage Share)? Managed(RolloutEvent.ManagedEvent happened) => happened switch
    {
        RolloutEvent.ManagedEvent.DeploymentRequested => (ServingProof.Ordered, Percentage.Whole),
        RolloutEvent.ManagedEvent.DeploymentProgressed progressed => (ServingProof.ReadBack, progressed.Progress.Share),
        RolloutEvent.ManagedEvent.DeploymentConfirmed => (ServingProof.ReadBack, Percentage.Whole),
        RolloutEvent.ManagedEvent.RevertRequested => (ServingProof.Ordered, Percentage.Zero),
        _ => null,
    };

    private static ServingChange Change(ServingProof proof, IReadOnlyList<ServedVariant> variants, RolloutState state, RecordedRolloutEvent recorded) => new(
        recorded.At,
        proof,
        variants,
        recorded.Actor,
        Journal.Sentence(recorded.Event, state.Plan),
        RolloutLedger.StreamOf(state.Id),
        recorded.Version,
        state.Id);

    private static IReadOnlyList<ServedVariant> Split(RolloutPlan plan, Percentage challenger)
    {
        var champion = Percentage.FromFraction(Math.Round(1 - challenger.Fraction, 6));
        return
        [
            .. new[]
            {
                new ServedVariant(plan.ChampionVariant, plan.ChampionModel, null, null, champion),
                new ServedVariant(plan.Challenger.VariantName, plan.Challenger.ModelName, plan.Challenger.PackageGroup, plan.Challenger.PackageVersion, challenger),
            }.Where(served => served.Share > Percentage.Zero).OrderByDescending(served => served.Share),
        ];
    }

    private static IReadOnlyList<ServedVariant> Split(EndpointSight sight) =>
    [
        .. sight.Variants
            .Select(variant => new ServedVariant(
                variant.Name, variant.ModelName is { Length: > 0 } model ? model : null, null, null, Percentage.FromFraction(Math.Round(sight.ShareOf(variant.Name).Fraction, 6))))
            .Where(served => served.Share > Percentage.Zero)
            .OrderByDescending(served => served.Share),
    ];
}
