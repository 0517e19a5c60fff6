using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Core.Environments;

/// <summary>A time in one go in which a package version had traffic on an endpoint.</summary>
/// <param name="Ended">False where it still has.</param>
internal sealed record ServedStretch(DateTimeOffset From, DateTimeOffset To, bool Ended, RolloutId? Rollout)
{
    public TimeSpan Length => To - From;

    /// <summary>Every stretch of a span, oldest first. Only what was read back counts: an order that was never seen is no traffic.</summary>
    public static IReadOnlyList<ServedStretch> Of(ServingSpan span, string group, int version)
    {
        var stretches = new List<ServedStretch>();
        var open = Serves(span.AtStart.Known, group, version) ? new ServedStretch(span.From, span.From, false, span.AtStart.Known!.Rollout) : null;
        foreach (var change in span.Changes.Where(change => change.Proof is ServingProof.ReadBack))
        {
            switch (open, Serves(change, group, version))
            {
                case (null, true):
                    open = new ServedStretch(change.At, change.At, false, change.Rollout);
                    break;
                case ({ } ending, false):
                    // What was found changed has changed some time since the look before: that time counts for nothing.
                    stretches.Add(ending with { To = Later(ending.From, change.NotBefore ?? change.At), Ended = true });
                    open = null;
                    break;
            }
        }

        return open is null ? stretches : [.. stretches, open with { To = Later(open.From, span.To) }];
    }

    /// <summary>What is left of it after a breach: time counts anew from then. Null where nothing is.</summary>
    public ServedStretch? After(DateTimeOffset? breach) => breach is not { } at || at < From ? this : at < To ? this with { From = at } : null;

    private static bool Serves(ServingChange? change, string group, int version) =>
        change is not null && change.Variants.Any(served => served.Share > Percentage.Zero && served.PackageGroup == group && served.PackageVersion == version);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
