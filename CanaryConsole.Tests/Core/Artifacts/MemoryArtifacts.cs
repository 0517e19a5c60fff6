using System.Security.Cryptography;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Registry;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Core.Artifacts;

/// <summary>A store in memory, and the desk before it.</summary>
internal sealed class MemoryArtifacts : IArtifactStore, IDisposable
{
    public const string Uri = "s3://models/8/model.tar.gz";

    private readonly Dictionary<string, byte[]> _objects = new(StringComparer.Ordinal);

    public MemoryArtifacts(byte[]? archive = null, ArtifactOptions? options = null)
    {
        if (archive is not null)
        {
            Put(Uri, archive);
        }

        Desk = new ArtifactDesk(this, Options.Create(options ?? new ArtifactOptions()), Options.Create(new RegistryOptions()), Clock, new WallClock(Clock));
    }

    public ManualTimeProvider Clock { get; } = new();

    public ArtifactDesk Desk { get; }

    public int Opened { get; private set; }

    public CloudException? Failure { get; set; }

    /// <summary>Stands before what is read.</summary>
    public Func<byte[], Stream> Open { get; set; } = bytes => new MemoryStream(bytes, writable: false);

    public void Put(string uri, byte[] archive) => _objects[uri] = archive;

    public byte[] Get(string uri) => _objects[uri];

    /// <summary>What lies under the prefix, in no order that means anything.</summary>
    public IEnumerable<StoredArtifact> Under(string prefix) => _objects
        .Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(one => ArtifactAddress.TryParse(one.Key, out var address) ? new StoredArtifact(address, "", one.Value.Length) : throw new InvalidOperationException(one.Key));

    public Task<ArtifactReport> CheckAsync(ModelPackage? package = null) =>
        Desk.CheckAsync(new ArtifactSubject(Uri, package ?? ArchiveBuilder.Package()), CancellationToken.None);

    public Task<StoredArtifact?> FindAsync(ArtifactAddress address, CancellationToken cancellationToken) => Failure is not null
        ? Task.FromException<StoredArtifact?>(Failure)
        : Task.FromResult(_objects.TryGetValue(address.ToString(), out var bytes) ? new StoredArtifact(address, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length) : null);

    public Task<Stream> OpenAsync(StoredArtifact artifact, CancellationToken cancellationToken)
    {
        Opened++;
        return Task.FromResult(Open(_objects[artifact.Address.ToString()]));
    }

    public void Dispose() => Desk.Dispose();
}
