namespace CanaryConsole.Core.Guardrails;

/// <summary>How the evidence came about, in a bounded number of points. Not thread-safe.</summary>
internal sealed class EvidenceLine
{
    private const int Kept = 240;

    private readonly List<EvidencePoint> _settled = new(Kept);

    /// <summary>The points so far, and those that may still change; thinned, with the newest and the greatest always there.</summary>
    public IReadOnlyList<EvidencePoint> With(IReadOnlyList<EvidencePoint> provisional) => EvidenceThinning.Of([.. _settled, .. provisional]);

    public void Add(EvidencePoint point)
    {
        if (_settled.Count == Kept)
        {
            var kept = EvidenceThinning.Of(_settled);
            _settled.Clear();
            _settled.AddRange(kept);
        }

        _settled.Add(point);
    }
}
