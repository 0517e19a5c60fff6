using Amazon.Runtime.Endpoints;

namespace CanaryConsole.Aws.Protocol;

/// <summary>The host of a service: the configured service address, else <c>service.region.partition-suffix</c>.</summary>
internal sealed class RegionalEndpointProvider : IEndpointProvider
{
    private const string Url = "Url";

    public static EndpointParameters ParametersFor(AwsClientConfig config)
    {
        var url = string.IsNullOrEmpty(config.ServiceURL)
            ? $"https://{config.RegionEndpointServiceName}.{config.Region.SystemName}.{config.Region.PartitionDnsSuffix}/"
            : config.ServiceURL;
        return new EndpointParameters { [Url] = url };
    }

    public Endpoint ResolveEndpoint(EndpointParameters parameters) => new((string)parameters[Url]);
}
