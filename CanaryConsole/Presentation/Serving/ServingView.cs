using CanaryConsole.Core.Serving;

namespace CanaryConsole.Presentation.Serving;

/// <summary>One change in the list beneath the strip.</summary>
/// <param name="Split">"champion v7 75 %, challenger-v8 v8 25 %".</param>
/// <param name="InForce">The newest that had been seen by the moment asked about.</param>
public sealed record ServingRow(ServingChange Change, string Split, bool InForce, string? Story);

/// <summary>What served at one moment, and what changed around it.</summary>
/// <param name="Arms">By the newest split seen by then; empty when none had been.</param>
/// <param name="PendingArms">By the split that was on its way; empty without one.</param>
/// <param name="AtPercent">Where the moment stands on the strip.</param>
/// <param name="Legend">Every variant of the strip, once.</param>
/// <param name="Rows">Newest first.</param>
public sealed record ServingView(
    ServingMoment Moment,
    ServingSpan Span,
    IReadOnlyList<ServingArm> Arms,
    IReadOnlyList<ServingArm> PendingArms,
    IReadOnlyList<ServingPiece> Strip,
    double AtPercent,
    IReadOnlyList<ServingArm> Legend,
    IReadOnlyList<ServingRow> Rows)
{
    public static ServingView Of(ServingMoment moment, ServingSpan span)
    {
        var roles = new ServingRoles([span.AtStart.Known, .. span.Changes, moment.Known, moment.Pending]);
        var strip = ServingStrip.Of(span, roles);
        return new(
            moment,
            span,
            roles.Arms(moment.Known?.Variants ?? []),
            roles.Arms(moment.Pending?.Variants ?? []),
            strip,
            span.To > span.From ? Math.Clamp(100 * ((moment.At - span.From) / (span.To - span.From)), 0, 100) : 0,
            [.. strip.SelectMany(piece => piece.Arms).DistinctBy(arm => (arm.Variant, arm.Version)).OrderBy(arm => arm.Role)],
            [.. span.Changes.Reverse().Select(change => Row(change, moment.Known is { } known && (change.Stream, change.Version) == (known.Stream, known.Version)))]);
    }

    private static ServingRow Row(ServingChange change, bool inForce) => new(
        change,
        string.Join(", ", change.Variants.Select(served => ServingArm.Of(served, ArmRole.Other)).Select(arm => $"{arm.Variant} {arm.Version} {ShareText.Of(arm.Share)}")),
        inForce,
        change.Rollout is { } rollout ? $"/rollouts/{Uri.EscapeDataString(rollout.Value)}/events" : null);
}
