using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using EndpointStatus = CanaryConsole.Aws.SageMaker.EndpointStatus;

namespace CanaryConsole.Aws.Adapters;

/// <summary>
/// Brings an endpoint to another configuration: makes it where it is missing, then one update. Every step finds out what an earlier attempt has
/// already done, so that the same change may be asked for until it is there.
/// </summary>
internal sealed class ConfigUpdate(IAmazonSageMaker sageMaker)
{
    private const int MostTags = 200;

    /// <summary>Null when the endpoint has the configuration, or is on its way to it.</summary>
    /// <exception cref="CloudException">Busy: the endpoint is changing otherwise.</exception>
    public async Task<DescribeEndpointResponse?> StartAsync(string endpoint, string configName, CancellationToken cancellationToken)
    {
        var described = await DescribeAsync(endpoint, cancellationToken).ConfigureAwait(false);
        if ((described.PendingDeploymentSummary?.EndpointConfigName ?? described.EndpointConfigName) == configName)
        {
            return null;
        }

        // SageMaker would refuse the update, but only after the configuration was made.
        return IsChanging(described.EndpointStatus)
            ? throw new CloudException(CloudFailure.Busy, $"Endpoint \"{endpoint}\" is {described.EndpointStatus} and takes no other change until that has ended.")
            : described;
    }

    public Task<DescribeEndpointResponse> DescribeAsync(string endpoint, CancellationToken cancellationToken) => CloudCall.RunAsync(
        "DescribeEndpoint",
        Named(endpoint),
        () => sageMaker.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = endpoint }, cancellationToken),
        cancellationToken);

    public Task<DescribeEndpointConfigResponse> DescribeConfigAsync(string name, CancellationToken cancellationToken) => CloudCall.RunAsync(
        "DescribeEndpointConfig",
        $"endpoint config \"{name}\"",
        () => sageMaker.DescribeEndpointConfigAsync(new DescribeEndpointConfigRequest { EndpointConfigName = name }, cancellationToken),
        cancellationToken);

    public Task<List<Tag>> TagsAsync(string? arn, CancellationToken cancellationToken)
    {
        var tags = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListTagsAsync(new ListTagsRequest { ResourceArn = arn, NextToken = token }, stop),
            page => page.Tags,
            cancellationToken: cancellationToken);
        return CloudCall.RunAsync("ListTags", $"\"{arn}\"", () => tags.FirstAsync(MostTags), cancellationToken);
    }

    /// <exception cref="CloudException">Invalid: a configuration of that name exists with other variants.</exception>
    public async Task CreateAsync(CreateEndpointConfigRequest draft, CancellationToken cancellationToken)
    {
        try
        {
            await CloudCall.RunAsync(
                "CreateEndpointConfig",
                $"endpoint config \"{draft.EndpointConfigName}\"",
                () => sageMaker.CreateEndpointConfigAsync(draft, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException exception) when (exception.Message.Contains("already exist", StringComparison.OrdinalIgnoreCase))
        {
            var existing = await DescribeConfigAsync(draft.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
            if (!EndpointConfigDraft.IsSame(existing, draft))
            {
                throw new CloudException(
                    CloudFailure.Invalid,
                    $"Endpoint config \"{draft.EndpointConfigName}\" already exists with other variants than this change needs. Delete it, or start anew under another name.",
                    exception);
            }
        }
    }

    /// <summary>Weights and counts of the variants that stay are kept.</summary>
    public Task ApplyAsync(string endpoint, string configName, CancellationToken cancellationToken) => CloudCall.RunAsync(
        "UpdateEndpoint",
        Named(endpoint),
        () => sageMaker.UpdateEndpointAsync(
            new UpdateEndpointRequest { EndpointName = endpoint, EndpointConfigName = configName, RetainAllVariantProperties = true }, cancellationToken),
        cancellationToken);

    private static bool IsChanging(EndpointStatus? status) => status == EndpointStatus.Updating || status == EndpointStatus.SystemUpdating
        || status == EndpointStatus.Creating || status == EndpointStatus.RollingBack;

    private static string Named(string endpoint) => $"endpoint \"{endpoint}\"";
}
