using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Artifacts;

/// <summary>The latest reports: bounded, the longest unasked for goes first. Safe for threads.</summary>
internal sealed class ArtifactReports
{
    public const int Most = 512;

    private readonly Lock _gate = new();
    private readonly Dictionary<ReportKey, LinkedListNode<(ReportKey Key, ArtifactReport Report)>> _byKey = [];
    private readonly LinkedList<(ReportKey Key, ArtifactReport Report)> _byUse = [];

    public ArtifactReport? Find(ReportKey key)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Report;
        }
    }

    public ArtifactReport Keep(ReportKey key, ArtifactReport report)
    {
        lock (_gate)
        {
            if (_byKey.Remove(key, out var replaced))
            {
                _byUse.Remove(replaced);
            }

            _byKey[key] = _byUse.AddFirst((key, report));
            if (_byUse.Count > Most && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _byKey.Remove(oldest.Value.Key);
            }
        }

        return report;
    }
}

/// <summary>What a report depends on: the bytes, the rules, and the words of the package that the bytes must agree with.</summary>
internal sealed record ReportKey(string Address, string ETag, long Length, string Rules, string Package)
{
    private const char Between = '\u001f';

    public static ReportKey Of(StoredArtifact stored, ModelPackage? package, ArtifactRules rules) => new(
        stored.Address.ToString(),
        stored.ETag,
        stored.Length,
        string.Join(Between, [rules.CodeFolder, rules.ModelPattern, rules.RunIdKey, .. rules.Without]),
        package is null
            ? ""
            : string.Join(Between, [package.Arn, .. package.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => new[] { entry.Key, entry.Value })]));
}
