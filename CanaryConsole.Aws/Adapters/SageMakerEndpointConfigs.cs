using System.Text.Json;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerEndpointConfigs(IAmazonSageMaker sageMaker) : IEndpointConfigs
{
    public async Task<string?> ReadAsync(string configName, CancellationToken cancellationToken)
    {
        var config = await CloudCall.FindAsync(
            "DescribeEndpointConfig",
            $"endpoint config \"{configName}\"",
            () => sageMaker.DescribeEndpointConfigAsync(new DescribeEndpointConfigRequest { EndpointConfigName = configName }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return config is null ? null : JsonSerializer.Serialize(config, AwsJson.Options);
    }
}
