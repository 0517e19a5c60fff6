using System.Formats.Tar;
using System.Security.Cryptography;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Tests.Core.Artifacts;

public sealed class ArtifactDeskTests
{
    [Theory]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.V7)]
    public async Task Check_SoundArchiveOfAnyFormat_PassesAllNineRules(TarEntryFormat format)
    {
        var archive = ArchiveBuilder.Sound().Build(format);
        using var artifacts = new MemoryArtifacts(archive);

        var report = await artifacts.CheckAsync(ArchiveBuilder.Package(("metrics_hash", ArchiveBuilder.Hash("""{"auc": 0.871}"""))));

        Assert.True(report.Passed, report.FirstFailure?.Why);
        Assert.Equal(ArtifactRule.All, report.Findings.Select(finding => finding.Rule));
        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(archive))}", report.Digest);
    }

    [Theory]
    [InlineData("inference.py", "inference", "inference.py is missing at the root.")]
    [InlineData("requirements.txt", "requirements", "requirements.txt is missing at the root.")]
    [InlineData("model/model.pt", "model", "A model file is missing: nothing matches model/*.{cbm,json,bst,pkl,joblib,onnx,pt}.")]
    [InlineData("artifacts/feature_schema.json", "feature-schema", "artifacts/feature_schema.json is missing.")]
    [InlineData("artifacts/splits.json", "splits", "artifacts/splits.json is missing.")]
    [InlineData("artifacts/metrics.json", "metrics", "artifacts/metrics.json is missing.")]
    [InlineData("artifacts/model-info.json", "model-info", "artifacts/model-info.json is missing.")]
    public async Task Check_FileMissing_FailsItsRuleAlone(string file, string rule, string why)
    {
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Without(file).Build());

        var report = await artifacts.CheckAsync();

        var failed = Assert.Single(report.Findings, finding => finding.Result is not ArtifactResult.Passed);
        Assert.Equal((rule, ArtifactResult.Failed, why), (failed.Rule, failed.Result, failed.Why));
    }

    [Theory]
    [InlineData("artifacts/metrics.json", "[1]", "artifacts/metrics.json is JSON, but no object.")]
    [InlineData("artifacts/splits.json", "{", "artifacts/splits.json is not JSON: line 1 cannot be read.")]
    [InlineData("artifacts/model-info.json", "{}", "artifacts/model-info.json does not say its candidate_run_id.")]
    [InlineData("artifacts/model-info.json", """{"candidate_run_id": "other", "data_version": "x", "hashes": {}}""", "artifacts/model-info.json says candidate_run_id \"other\", but the metadata of media-ranker v8 says \"run-20261118-0412\".")]
    [InlineData("artifacts/model-info.json", """{"candidate_run_id": "run-20261118-0412", "data_version": "x", "hashes": {}}""", "artifacts/model-info.json says data_version \"x\", but the metadata of media-ranker v8 says \"media-ranker-events@2026-11-17\".")]
    [InlineData("artifacts/model-info.json", """{"candidate_run_id": "run-20261118-0412", "data_version": "media-ranker-events@2026-11-17"}""", "artifacts/model-info.json has no hashes: an object of paths and SHA-256 hashes.")]
    [InlineData("artifacts/model-info.json", """{"candidate_run_id": "run-20261118-0412", "data_version": "media-ranker-events@2026-11-17", "hashes": {}}""", "artifacts/model-info.json names no hash of \"model/model.pt\".")]
    [InlineData("artifacts/model-info.json", """{"candidate_run_id": "run-20261118-0412", "data_version": "media-ranker-events@2026-11-17", "hashes": {"gone": "0"}}""", "artifacts/model-info.json names the hash of \"gone\", which is missing in the archive.")]
    [InlineData("model/second.onnx", "x", "2 files match model/*.{cbm,json,bst,pkl,joblib,onnx,pt}, not one: \"model/model.pt\", \"model/second.onnx\".")]
    public async Task Check_FileThatSaysTheWrongThing_SaysWhat(string file, string content, string why)
    {
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().With(file, content).Build());

        Assert.Equal(why, (await artifacts.CheckAsync()).FirstFailure?.Why);
    }

    [Fact]
    public async Task Check_BytesOtherThanTheirHash_Fails()
    {
        const string Info = """{"candidate_run_id": "run-20261118-0412", "data_version": "media-ranker-events@2026-11-17", "hashes": {"model/model.pt": "sha256:00"}}""";
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().With("artifacts/model-info.json", Info).Build());

        var failure = (await artifacts.CheckAsync()).FirstFailure;

        Assert.Equal($"artifacts/model-info.json says another hash of \"model/model.pt\" than its bytes have: {ArchiveBuilder.Hash("weights")}.", failure?.Why);
    }

    [Fact]
    public async Task Check_PackageRecordsAnotherHash_Fails()
    {
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Build());

        var failure = (await artifacts.CheckAsync(ArchiveBuilder.Package(("metrics_hash", "sha256:00")))).FirstFailure;

        Assert.StartsWith("The metadata of media-ranker v8 says metrics_hash \"sha256:00\", but \"artifacts/metrics.json\" has sha256:", failure?.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SageMakersOwnLayout_PassesWhereTheGroupIsConfiguredSo()
    {
        var options = new ArtifactOptions { Groups = [new() { Group = "media-*", CodeFolder = "code/", ModelPattern = "*.pth", Without = "splits; metrics" }] };
        var archive = ArchiveBuilder.Sound().Without("inference.py").Without("requirements.txt").Without("model/model.pt").Without("artifacts/splits.json").Without("artifacts/metrics.json")
            .With("code/inference.py", "x").With("code/requirements.txt", "x").With("model.pth", "x").Build();
        using var configured = new MemoryArtifacts(archive, options);
        using var standard = new MemoryArtifacts(archive);

        var (passed, refused) = (await configured.CheckAsync(), await standard.CheckAsync());

        Assert.True(passed.Passed, passed.FirstFailure?.Why);
        Assert.Equal(["archive", "paths", "inference", "requirements", "model", "feature-schema", "model-info"], passed.Findings.Select(finding => finding.Rule));
        Assert.Equal("inference.py is missing at the root; there is \"code/inference.py\".", refused.FirstFailure?.Why);
    }

    [Fact]
    public async Task Check_SameBytesAgain_AreNotReadAgain()
    {
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Build());
        var subject = new ArtifactSubject(MemoryArtifacts.Uri, ArchiveBuilder.Package());

        Assert.Null(await artifacts.Desk.FindAsync(subject, CancellationToken.None));
        var first = await artifacts.CheckAsync();
        Assert.Same(first, await artifacts.CheckAsync());
        Assert.Same(first, await artifacts.Desk.FindAsync(subject, CancellationToken.None));
        Assert.Equal(1, artifacts.Opened);

        artifacts.Put(MemoryArtifacts.Uri, ArchiveBuilder.Sound().Without("requirements.txt").Build());
        Assert.Null(await artifacts.Desk.FindAsync(subject, CancellationToken.None));
        Assert.False((await artifacts.CheckAsync()).Passed);
        Assert.False((await artifacts.CheckAsync(ArchiveBuilder.Package(("metrics_hash", "sha256:00")))).Passed);
        Assert.Equal(3, artifacts.Opened);
    }

    [Theory]
    [InlineData("s3://models/8/", "is no address")]
    [InlineData("https://models/8.tar.gz", "is no address")]
    [InlineData("s3://models/9/model.tar.gz", "s3://models/9/model.tar.gz is missing.")]
    public async Task Check_NothingThere_FailsTheArchiveRuleAndKnowsNothingElse(string uri, string why)
    {
        using var artifacts = new MemoryArtifacts();

        var report = await artifacts.Desk.CheckAsync(new ArtifactSubject(uri, null), CancellationToken.None);

        Assert.Contains(why, report.FirstFailure?.Why, StringComparison.Ordinal);
        Assert.Equal([ArtifactResult.Failed, .. Enumerable.Repeat(ArtifactResult.Unknown, 8)], report.Findings.Select(finding => finding.Result));
        Assert.Null(report.Digest);
    }

    [Fact]
    public async Task Check_NoPermission_IsUnknownAndNotPassed()
    {
        using var artifacts = new MemoryArtifacts { Failure = new CloudException(CloudFailure.AccessDenied, "HeadObject failed: Forbidden") };

        var report = await artifacts.CheckAsync();

        Assert.False(report.Passed);
        Assert.All(report.Findings, finding => Assert.Equal(ArtifactResult.Unknown, finding.Result));
        Assert.Equal("s3://models/8/model.tar.gz may not be read: HeadObject failed: Forbidden.", report.FirstFailure?.Why);
    }

    [Fact]
    public async Task Check_StoreThatDoesNotAnswer_IsAnException()
    {
        using var artifacts = new MemoryArtifacts { Failure = new CloudException(CloudFailure.Unavailable, "no answer") };

        Assert.Equal(CloudFailure.Unavailable, (await Assert.ThrowsAsync<CloudException>(() => artifacts.CheckAsync())).Failure);
    }

    [Fact]
    public async Task Check_ReadingThatNeverEnds_IsGivenUpAfterItsLimit()
    {
        using var stuck = new StuckStream();
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Build()) { Open = _ => stuck };

        var checking = artifacts.CheckAsync();
        await stuck.Reading;
        artifacts.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("Reading s3://models/8/model.tar.gz took longer than 00:10:00", (await Assert.ThrowsAsync<CloudException>(() => checking)).Message);
    }

    [Fact]
    public async Task Check_Cancelled_Stops()
    {
        using var stuck = new StuckStream();
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Build()) { Open = _ => stuck };
        using var stop = new CancellationTokenSource();

        var checking = artifacts.Desk.CheckAsync(new ArtifactSubject(MemoryArtifacts.Uri, null), stop.Token);
        await stuck.Reading;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => checking);
    }
}
