using CanaryConsole.Core.Registry;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Artifacts;

/// <summary>Reads an artifact once and remembers what was found for as long as its bytes, its rules and its package's words are the same.</summary>
internal sealed class ArtifactDesk(IArtifactStore store, IOptions<ArtifactOptions> options, IOptions<RegistryOptions> registry, TimeProvider clock, WallClock wall)
    : IArtifactDesk, IDisposable
{
    private const int AtATime = 2;

    private readonly ArtifactReports _reports = new();
    private readonly SemaphoreSlim _turn = new(AtATime);

    public async Task<ArtifactReport?> FindAsync(ArtifactSubject subject, CancellationToken cancellationToken) =>
        ArtifactAddress.TryParse(subject.ArtifactUri, out var address) && await store.FindAsync(address, cancellationToken).ConfigureAwait(false) is { } stored
            ? _reports.Find(ReportKey.Of(stored, subject.Package, Rules(subject)))
            : null;

    public Task<ArtifactReport> CheckAsync(ArtifactSubject subject, CancellationToken cancellationToken) => CheckAsync(subject, progress: null, cancellationToken);

    public async Task<ArtifactReport> CheckAsync(ArtifactSubject subject, IProgress<ArtifactProgress>? progress, CancellationToken cancellationToken)
    {
        var rules = Rules(subject);
        if (!ArtifactAddress.TryParse(subject.ArtifactUri, out var address) || address.Key.EndsWith('/'))
        {
            return Unread(subject, rules, ArtifactResult.Failed, $"{ArchivePath.Shown(subject.ArtifactUri)} is no address of a model.tar.gz in S3, as in s3://bucket/folder/model.tar.gz.");
        }

        try
        {
            return await CheckAsync(subject, address, rules, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException denied) when (denied.Failure is CloudFailure.AccessDenied)
        {
            return Unread(subject, rules, ArtifactResult.Unknown, $"{address} may not be read: {denied.Message}.");
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<ArtifactReport> CheckAsync(
        ArtifactSubject subject, ArtifactAddress address, ArtifactRules rules, IProgress<ArtifactProgress>? progress, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(address, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return Unread(subject, rules, ArtifactResult.Failed, $"{address} is missing.");
        }

        if (stored.Length > rules.Bounds.Compressed)
        {
            return Unread(subject, rules, ArtifactResult.Failed, FormattableString.Invariant($"{address} has {stored.Length:N0} bytes; at most {rules.Bounds.Compressed:N0} are looked at."));
        }

        var key = ReportKey.Of(stored, subject.Package, rules);
        if (_reports.Find(key) is { } known)
        {
            return known;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Another may have asked for the same and waited less long.
            return _reports.Find(key) ?? _reports.Keep(key, await ReadAsync(subject, stored, rules, progress, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<ArtifactReport> ReadAsync(
        ArtifactSubject subject, StoredArtifact stored, ArtifactRules rules, IProgress<ArtifactProgress>? progress, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.TimeLimit, wall.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var packed = await store.OpenAsync(stored, both.Token).ConfigureAwait(false);
            await using var closing = packed.ConfigureAwait(false);
            var contents = await ArchiveReading.ReadAsync(packed, stored.Length, rules.Bounds, progress, both.Token).ConfigureAwait(false);
            return new ArtifactReport(stored.Address.ToString(), contents.Digest, clock.GetUtcNow(), ContractJudge.Judge(contents, subject.Package, rules));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(CloudFailure.Unavailable, FormattableString.Invariant($"Reading {stored.Address} took longer than {options.Value.TimeLimit:c}"));
        }
    }

    private ArtifactReport Unread(ArtifactSubject subject, ArtifactRules rules, ArtifactResult result, string why) =>
        new(subject.ArtifactUri, null, clock.GetUtcNow(), ContractJudge.Unread(rules, result, why));

    private ArtifactRules Rules(ArtifactSubject subject) => ArtifactRules.Of(options.Value, registry.Value.RunIdKey, subject.Package?.Group);
}
