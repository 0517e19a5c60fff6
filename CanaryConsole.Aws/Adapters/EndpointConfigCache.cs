using System.Collections.Concurrent;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Aws.Adapters;

/// <summary>
/// The configuration behind each endpoint, read again only when the endpoint has changed: a tick then costs one call an endpoint, not two.
/// </summary>
internal sealed class EndpointConfigCache(IAmazonSageMaker sageMaker)
{
    private const int MostEndpoints = 5_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Null where the configuration was deleted while the endpoint goes on serving.</summary>
    public async Task<DescribeEndpointConfigResponse?> OfAsync(DescribeEndpointResponse endpoint, CancellationToken cancellationToken)
    {
        if (endpoint.EndpointConfigName is not { Length: > 0 } name || endpoint.EndpointName is not { Length: > 0 } key)
        {
            return null;
        }

        // A configuration cannot be changed, but its name can be given to another: the endpoint's time of change tells.
        if (_entries.TryGetValue(key, out var entry) && entry.ConfigName == name && entry.EndpointModified == endpoint.LastModifiedTime)
        {
            return entry.Config;
        }

        var config = await CloudCall.FindAsync(
            "DescribeEndpointConfig",
            $"endpoint config \"{name}\"",
            () => sageMaker.DescribeEndpointConfigAsync(new DescribeEndpointConfigRequest { EndpointConfigName = name }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        if (_entries.Count >= MostEndpoints)
        {
            _entries.Clear();
        }

        _entries[key] = new Entry(name, endpoint.LastModifiedTime, config);
        return config;
    }

    private sealed record Entry(string ConfigName, DateTime? EndpointModified, DescribeEndpointConfigResponse? Config);
}
