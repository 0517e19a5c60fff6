using CanaryConsole.Core.Registry;

namespace CanaryConsole.Presentation;

/// <summary>Lineage in people's words, the well-known facts first.</summary>
internal static class LineageText
{
    private static readonly (string Key, string Name)[] Known =
    [
        ("candidate_run_id", "run"),
        ("data_version", "data"),
        ("git_commit", "commit"),
        ("metrics_hash", "metrics"),
    ];

    public static IEnumerable<(string Name, string Value)> Of(IReadOnlyDictionary<string, string> lineage)
    {
        foreach (var (key, name) in Known)
        {
            if (lineage.TryGetValue(key, out var value))
            {
                yield return (name, value);
            }
        }

        foreach (var (key, value) in lineage.Where(fact => Known.All(known => known.Key != fact.Key)).OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            yield return (key.Replace('_', ' '), value);
        }
    }

    public static Badge Approval(ModelApproval approval) => approval switch
    {
        ModelApproval.Approved => new("Approved", Tone.Good, Glyph.Check),
        ModelApproval.PendingManualApproval => new("Pending approval", Tone.Warn, Glyph.Hand, "A person must approve this version in the registry first"),
        ModelApproval.Rejected => new("Rejected", Tone.Bad, Glyph.Cross, "Rejected in the registry"),
    };
}
