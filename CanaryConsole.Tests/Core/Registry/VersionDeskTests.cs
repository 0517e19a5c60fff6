using System.Formats.Tar;
using System.IO.Compression;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Artifacts;

namespace CanaryConsole.Tests.Core.Registry;

public sealed class VersionDeskTests : IDisposable
{
    private static readonly VersionRequest Request = new() { Group = "media-ranker", ArtifactUri = MemoryArtifacts.Uri, Image = "ranker:14" };

    private readonly MemoryArtifacts _store = new([1]);
    private readonly MemoryFolders _folders;
    private readonly RecordingVersions _versions = new();

    public VersionDeskTests() => _folders = new MemoryFolders(_store);

    [Fact]
    public async Task Register_Artifact_MakesGroupAndVersion()
    {
        var result = await RegisterAsync(Request with { Metadata = new Dictionary<string, string> { ["candidate_run_id"] = "run-1" }, Tags = new Dictionary<string, string> { ["team"] = "media" } });

        Assert.Equal(new RegistrationResult.Registered("media-ranker", 14, "arn:media-ranker/14", MemoryArtifacts.Uri), result);
        Assert.Equal(("media-ranker", "team=media"), Assert.Single(_versions.Groups));
        Assert.Equal(("run-1", "ranker:14"), (Assert.Single(_versions.Orders).Metadata["candidate_run_id"], _versions.Orders[0].Image));
    }

    [Fact]
    public async Task Register_Folder_PacksTheSameBytesForTheSameFiles()
    {
        foreach (var folder in new[] { "s3://models/mine", "s3://models/copy/" })
        {
            _store.Put($"{folder.TrimEnd('/')}/requirements.txt", "torch"u8.ToArray());
            _store.Put($"{folder.TrimEnd('/')}/model/{new string('m', 60)}/{new string('n', 60)}.pt", new byte[1000]);
            _store.Put($"{folder.TrimEnd('/')}/inference.py", "x"u8.ToArray());
        }

        var first = Assert.IsType<RegistrationResult.Registered>(await RegisterAsync(Request with { ArtifactUri = null, Folder = "s3://models/mine" }));
        var copy = Assert.IsType<RegistrationResult.Registered>(await RegisterAsync(Request with { ArtifactUri = null, Folder = "s3://models/copy/" }));
        var again = Assert.IsType<RegistrationResult.Registered>(await RegisterAsync(Request with { ArtifactUri = null, Folder = "s3://models/mine/" }));

        Assert.Matches("^s3://models/mine\\.packed/[0-9a-f]{64}/model\\.tar\\.gz$", first.ArtifactUri);
        Assert.Equal((first.ArtifactUri, 3), (again.ArtifactUri, again.Packed));
        Assert.Equal(first.ArtifactUri.Replace("mine", "copy", StringComparison.Ordinal), copy.ArtifactUri);
        Assert.Equal(2, _folders.Puts);
        Assert.Equal(
            ["inference.py 1", $"model/{new string('m', 60)}/{new string('n', 60)}.pt 1000", "requirements.txt 5"],
            Entries(_store.Get(first.ArtifactUri)).Select(entry => $"{entry.Name} {entry.Length}"));
    }

    [Theory]
    [InlineData("s3://models/nothing/", "folder is \"s3://models/nothing/\"; there is no file in it.")]
    [InlineData("s3://models/strange/", "folder is \"s3://models/strange/\"; the path \"a/../b\" cannot stand in an archive.")]
    public async Task Register_FolderThatCannotBePacked_IsRefused(string folder, string reason)
    {
        _store.Put("s3://models/strange/a/../b", [1]);

        var refused = Assert.IsType<RegistrationResult.Refused>(await RegisterAsync(Request with { ArtifactUri = null, Folder = folder }));

        Assert.Equal((RefusalKind.Invalid, "folder", reason), (refused.Kind, refused.Field, refused.Reason));
        Assert.Empty(_versions.Orders);
    }

    [Fact]
    public async Task Register_FolderThatChangesWhileItIsPacked_IsRefusedAndLeavesNothing()
    {
        _store.Put("s3://models/mine/a", [1]);
        _folders.BeforePut = () => _store.Put("s3://models/mine/a", [2]);

        var refused = Assert.IsType<RegistrationResult.Refused>(await RegisterAsync(Request with { ArtifactUri = null, Folder = "s3://models/mine/" }));

        Assert.Equal("folder is \"s3://models/mine/\"; it was changed while it was packed.", refused.Reason);
        Assert.Equal(0, _folders.Puts);
    }

    [Fact]
    public async Task Register_ArtifactMissing_IsRefused()
    {
        var refused = Assert.IsType<RegistrationResult.Refused>(await RegisterAsync(Request with { ArtifactUri = "s3://models/none.tar.gz" }));

        Assert.Equal(("artifactUri", "artifactUri is \"s3://models/none.tar.gz\"; there is no such object."), (refused.Field, refused.Reason));
    }

    [Theory]
    [InlineData("", MemoryArtifacts.Uri, null, "i", "group")]
    [InlineData("-x", MemoryArtifacts.Uri, null, "i", "group")]
    [InlineData("g", null, null, "i", "artifactUri")]
    [InlineData("g", "s3://bucket/folder/", null, "i", "artifactUri")]
    [InlineData("g", "https://a/b", null, "i", "artifactUri")]
    [InlineData("g", MemoryArtifacts.Uri, "s3://bucket/f/", "i", "folder")]
    [InlineData("g", null, "bucket/f/", "i", "folder")]
    [InlineData("g", MemoryArtifacts.Uri, null, null, "image")]
    [InlineData("g", MemoryArtifacts.Uri, null, "a b", "image")]
    public void Check_WrongField_IsNamed(string? group, string? artifact, string? folder, string? image, string field) =>
        Assert.Equal(field, Assert.Single(VersionCheck.Problems(new VersionRequest { Group = group, ArtifactUri = artifact, Folder = folder, Image = image })).Field);

    [Fact]
    public void Check_Entries_AreBounded()
    {
        Assert.Equal("metadata.k", Assert.Single(VersionCheck.Problems(Request with { Metadata = new Dictionary<string, string> { ["k"] = new('x', 257) } })).Field);
        Assert.Equal("tags", Assert.Single(VersionCheck.Problems(Request with { Tags = new Dictionary<string, string> { ["aws:k"] = "x" } })).Field);
        Assert.Equal("metadata", Assert.Single(VersionCheck.Problems(Request with { Metadata = Enumerable.Range(0, 51).ToDictionary(i => $"k{i}", _ => "x") })).Field);
    }

    public void Dispose() => _store.Dispose();

    private Task<RegistrationResult> RegisterAsync(VersionRequest request) =>
        new VersionDesk(_store, new FolderPacker(_folders, _store), _versions).RegisterAsync(request, progress: null, CancellationToken.None);

    private static List<System.Formats.Tar.TarEntry> Entries(byte[] archive)
    {
        using var tar = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
        var entries = new List<System.Formats.Tar.TarEntry>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            Assert.Equal((DateTimeOffset.UnixEpoch, 0, 0), (entry.ModificationTime, entry.Uid, entry.Gid));
            entries.Add(entry);
        }

        return entries;
    }

    private sealed class MemoryFolders(MemoryArtifacts store) : IFolderStore
    {
        public int Puts { get; private set; }

        public Action BeforePut { get; set; } = () => { };

        public Task<IReadOnlyList<StoredArtifact>> ListAsync(ArtifactAddress folder, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<StoredArtifact>>([.. store.Under(folder.ToString()).Take(most)]);

        public async Task PutAsync(ArtifactAddress target, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
        {
            BeforePut();
            using var sink = new MemoryStream();
            await write(sink, cancellationToken);
            store.Put(target.ToString(), sink.ToArray());
            Puts++;
        }
    }

    private sealed class RecordingVersions : IVersionRegistry
    {
        public List<(string Group, string Tags)> Groups { get; } = [];

        public List<VersionOrder> Orders { get; } = [];

        public Task EnsureGroupAsync(string group, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
        {
            Groups.Add((group, string.Join(';', tags.Select(tag => $"{tag.Key}={tag.Value}"))));
            return Task.CompletedTask;
        }

        public Task<CreatedVersion> CreateAsync(VersionOrder order, CancellationToken cancellationToken)
        {
            Orders.Add(order);
            return Task.FromResult(new CreatedVersion(14, $"arn:{order.Group}/14"));
        }
    }
}
