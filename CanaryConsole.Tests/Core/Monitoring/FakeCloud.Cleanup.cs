using CanaryConsole.Core.Cleanup;

namespace CanaryConsole.Tests.Core.Monitoring;

internal sealed partial class FakeCloud : ILeftovers
{
    public List<Leftover> Leftovers { get; } = [];

    /// <summary>Names of configurations and models that an endpoint uses.</summary>
    public HashSet<string> Used { get; } = [];

    public List<string> Deleted { get; } = [];

    Task<IReadOnlyList<Leftover>> ILeftovers.ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Leftover>>([.. Leftovers]);

    public Task<ResourcesInUse> InUseAsync(CancellationToken cancellationToken) => Task.FromResult(new ResourcesInUse(Used, Used));

    public Task DeleteAsync(LeftoverKind kind, string name, CancellationToken cancellationToken)
    {
        Deleted.Add(name);
        return Task.CompletedTask;
    }
}
