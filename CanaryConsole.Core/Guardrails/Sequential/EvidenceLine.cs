namespace CanaryConsole.Core.Guardrails;

/// <summary>How the evidence came about, in a bounded number of points. Not thread-safe.</summary>
internal sealed class EvidenceLine
{
    /// <summary>What a page is given at most.</summary>
    public const int Most = 120;

    private readonly List<EvidencePoint> _settled = new(2 * Most);

    /// <summary>The points so far, and those that may still change; thinned, with the newest and the greatest always there.</summary>
    public IReadOnlyList<EvidencePoint> With(IReadOnlyList<EvidencePoint> provisional) => Thin([.. _settled, .. provisional], Most);

    public void Add(EvidencePoint point)
    {
        if (_settled.Count == 2 * Most)
        {
            var kept = Thin(_settled, Most);
            _settled.Clear();
            _settled.AddRange(kept);
        }

        _settled.Add(point);
    }

    internal static IReadOnlyList<EvidencePoint> Thin(IReadOnlyList<EvidencePoint> points, int most)
    {
        if (points.Count <= most)
        {
            return points;
        }

        // Of every stretch the greatest: a peak between two kept points would be a line that was never drawn.
        var thinned = new List<EvidencePoint>(most);
        for (var slot = 0; slot < most - 1; slot++)
        {
            var (from, to) = (slot * (points.Count - 1) / (most - 1), (slot + 1) * (points.Count - 1) / (most - 1));
            var greatest = points[from];
            for (var i = from + 1; i < to; i++)
            {
                greatest = points[i].LogEvidence > greatest.LogEvidence ? points[i] : greatest;
            }

            thinned.Add(greatest);
        }

        thinned.Add(points[^1]);
        return thinned;
    }
}
