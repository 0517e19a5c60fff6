namespace CanaryConsole.Core.Endpoints;

/// <summary>Endpoint configurations, to be kept. Every failure is a <see cref="CloudException"/>.</summary>
public interface IEndpointConfigs
{
    /// <summary>The configuration as the cloud's own JSON; null when it was deleted.</summary>
    Task<string?> ReadAsync(string configName, CancellationToken cancellationToken);
}
