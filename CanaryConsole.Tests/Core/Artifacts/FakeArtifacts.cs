using System.Collections.Concurrent;
using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Tests.Core.Artifacts;

/// <summary>Every artifact keeps its contract, but for those that a test breaks by the name of a file.</summary>
internal sealed class FakeArtifacts : IArtifactDesk
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    /// <summary>What is missing, by artifact.</summary>
    public ConcurrentDictionary<string, string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>What was checked, in order.</summary>
    public ConcurrentQueue<ArtifactSubject> Checked { get; } = new();

    public Task<ArtifactReport?> FindAsync(ArtifactSubject subject, CancellationToken cancellationToken) =>
        Task.FromResult<ArtifactReport?>(Report(subject));

    public Task<ArtifactReport> CheckAsync(ArtifactSubject subject, CancellationToken cancellationToken)
    {
        Checked.Enqueue(subject);
        return Task.FromResult(Report(subject));
    }

    private ArtifactReport Report(ArtifactSubject subject) => new(
        subject.ArtifactUri,
        "sha256:0",
        At,
        [.. ArtifactRule.All.Select(rule => rule == ArtifactRule.Requirements && Missing.TryGetValue(subject.ArtifactUri, out var file)
            ? new ArtifactFinding(rule, rule, ArtifactResult.Failed, $"{file} is missing at the root.")
            : new ArtifactFinding(rule, rule, ArtifactResult.Passed, null))]);
}
