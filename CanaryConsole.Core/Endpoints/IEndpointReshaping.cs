namespace CanaryConsole.Core.Endpoints;

/// <summary>
/// Changes to what an endpoint is made of. Each asks only for what is not there yet, so it may be asked for again; the cloud accepts first and
/// applies later: only a description is proof. Every failure is a <see cref="CloudException"/>: Busy while the endpoint is changing, Invalid
/// where a variant that carries weight would go.
/// </summary>
public interface IEndpointReshaping
{
    /// <summary>Starts the update that takes a variant without weight away.</summary>
    Task RemoveVariantAsync(VariantRemoval removal, CancellationToken cancellationToken);

    /// <summary>Starts the update back to a configuration that exists; weights and counts of variants that stay are kept.</summary>
    Task RestoreConfigAsync(string endpoint, string configName, CancellationToken cancellationToken);

    /// <summary>Sets the instance count of one variant, at least 1.</summary>
    Task SetCapacityAsync(string endpoint, string variant, int instances, CancellationToken cancellationToken);
}
