namespace CanaryConsole.Core.Cleanup;

/// <summary>What the console made and nobody may need any more. Every failure is a <see cref="CloudException"/>.</summary>
public interface ILeftovers
{
    /// <summary>Configurations and models that bear the tag of a rollout, newest first; the newest 500 of each kind are looked at.</summary>
    Task<IReadOnlyList<Leftover>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Every configuration an endpoint has or is on its way to, and every model those configurations name.</summary>
    Task<ResourcesInUse> InUseAsync(CancellationToken cancellationToken);

    /// <summary>One that is gone already is no failure.</summary>
    Task DeleteAsync(LeftoverKind kind, string name, CancellationToken cancellationToken);
}
