namespace CanaryConsole.Core.Guardrails;

/// <summary>Makes a line of at most 120 points that keeps its peaks.</summary>
internal static class EvidenceThinning
{
    private const int Most = 120;

    public static IReadOnlyList<EvidencePoint> Of(IReadOnlyList<EvidencePoint> points)
    {
        if (points.Count <= Most)
        {
            return points;
        }

        // Of every stretch the greatest, and the newest always.
        var kept = new List<EvidencePoint>(Most);
        for (var slot = 0; slot < Most - 1; slot++)
        {
            var (from, to) = (slot * (points.Count - 1) / (Most - 1), (slot + 1) * (points.Count - 1) / (Most - 1));
            kept.Add(points.Skip(from).Take(to - from).MaxBy(point => point.LogEvidence)!);
        }

        kept.Add(points[^1]);
        return kept;
    }
}
