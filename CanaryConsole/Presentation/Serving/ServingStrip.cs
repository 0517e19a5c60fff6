using CanaryConsole.Core.Serving;

namespace CanaryConsole.Presentation.Serving;

/// <summary>A piece of the strip in which one split was known.</summary>
/// <param name="Arms">The greatest share first; empty where nothing is known.</param>
/// <param name="IsMoving">Another split was ordered and not seen yet.</param>
/// <param name="Percent">Its part of the strip's width.</param>
public sealed record ServingPiece(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ServingArm> Arms, bool IsMoving, double Percent)
{
    /// <summary>In words, for those who do not see it.</summary>
    public string Words => Arms.Count == 0 ? "not known" : string.Join(", ", Arms.Select(arm => $"{arm.Variant} {ShareText.Of(arm.Share)}"));
}

internal static class ServingStrip
{
    public static IReadOnlyList<ServingPiece> Of(ServingSpan span, ServingRoles roles)
    {
        var pieces = new List<ServingPiece>();
        IReadOnlyList<ServingArm> arms = span.AtStart.Known is { } known ? roles.Arms(known.Variants) : [];
        var moving = span.AtStart.Pending is not null;
        var from = span.From;
        foreach (var change in span.Changes)
        {
            Add(change.At);
            from = change.At;
            moving = change.Proof is ServingProof.Ordered;
            if (!moving)
            {
                arms = roles.Arms(change.Variants);
            }
        }

        Add(span.To);
        return pieces;

        void Add(DateTimeOffset to)
        {
            if (to > from && span.To > span.From)
            {
                pieces.Add(new ServingPiece(from, to, arms, moving, 100 * ((to - from) / (span.To - span.From))));
            }
        }
    }
}
