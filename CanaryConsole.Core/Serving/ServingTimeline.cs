using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Serving;

/// <summary>Folds what the streams say of one endpoint's traffic into one line of changes. Pure.</summary>
internal static class ServingTimeline
{
    /// <summary>Oldest first; what only repeats what is known already is left out.</summary>
    public static IReadOnlyList<ServingChange> Of(string endpoint, IEnumerable<RolloutRecord> rollouts, IReadOnlyList<RecordedEndpointEvent> outside)
    {
        var origins = new ModelOrigins();
        var changes = new List<ServingChange>();
        var (known, pending) = ((ServingChange?)null, (ServingChange?)null);
        var statements = rollouts.OrderBy(rollout => rollout.State.PlannedAt).SelectMany(RolloutServing.Statements).Concat(EndpointServing.Statements(endpoint, outside));
        foreach (var statement in statements.OrderBy(statement => statement.At))
        {
            var change = origins.Complete(statement);
            switch (change.Proof)
            {
                case ServingProof.Ordered when Splits.AreSame((pending ?? known)?.Variants, change.Variants):
                case ServingProof.ReadBack when Splits.AreSame(known?.Variants, change.Variants) && !Splits.AreSame(pending?.Variants, change.Variants):
                    continue;
                case ServingProof.Ordered:
                    pending = change;
                    break;
                case ServingProof.ReadBack:
                    (known, pending) = (change, null);
                    break;
            }

            changes.Add(change);
        }

        return changes;
    }

    public static ServingMoment At(string endpoint, IReadOnlyList<ServingChange> changes, DateTimeOffset at)
    {
        var past = changes.TakeWhile(change => change.At <= at).ToList();
        var known = past.FindLastIndex(change => change.Proof is ServingProof.ReadBack);
        return new ServingMoment(
            endpoint,
            at,
            known < 0 ? null : past[known],
            past.Count > known + 1 ? past[^1] : null,
            changes.Count > past.Count ? changes[past.Count] : null);
    }
}
