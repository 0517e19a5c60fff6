using System.Collections.Concurrent;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Components.Rollouts;

/// <summary>The files that packages point to, as a test gives them.</summary>
internal sealed class GivenFiles : IPackageFiles
{
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public Task<byte[]?> ReadAsync(string uri, CancellationToken cancellationToken) => Task.FromResult(Files.GetValueOrDefault(uri));
}
