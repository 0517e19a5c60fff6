using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using EndpointStatus = CanaryConsole.Aws.SageMaker.EndpointStatus;

namespace CanaryConsole.Aws.Adapters;

/// <summary>
/// Puts a new variant beside those that serve: a new endpoint configuration, then one update. Every step finds out what an earlier attempt has
/// already done, so that the same addition may be asked for until it is there.
/// </summary>
internal sealed class VariantAdder(IAmazonSageMaker sageMaker)
{
    private const int MostTags = 200;

    public async Task AddAsync(VariantAddition addition, CancellationToken cancellationToken)
    {
        var endpoint = await CloudCall.RunAsync(
            "DescribeEndpoint",
            Named(addition),
            () => sageMaker.DescribeEndpointAsync(new DescribeEndpointRequest { EndpointName = addition.Endpoint }, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        if (endpoint.EndpointConfigName == addition.ConfigName || endpoint.PendingDeploymentSummary?.EndpointConfigName == addition.ConfigName)
        {
            return;
        }

        // SageMaker would refuse the update, but only after the configuration was made.
        if (endpoint.EndpointStatus == EndpointStatus.Updating || endpoint.EndpointStatus == EndpointStatus.SystemUpdating
            || endpoint.EndpointStatus == EndpointStatus.Creating || endpoint.EndpointStatus == EndpointStatus.RollingBack)
        {
            throw new CloudException(
                CloudFailure.Busy,
                $"Endpoint \"{addition.Endpoint}\" is {endpoint.EndpointStatus} and takes no other change until that has ended.");
        }

        var draft = await DraftAsync(endpoint, addition, cancellationToken).ConfigureAwait(false);
        await CreateAsync(draft, cancellationToken).ConfigureAwait(false);
        await CloudCall.RunAsync(
            "UpdateEndpoint",
            Named(addition),
            () => sageMaker.UpdateEndpointAsync(
                new UpdateEndpointRequest
                {
                    EndpointName = addition.Endpoint,
                    EndpointConfigName = addition.ConfigName,
                    RetainAllVariantProperties = true,
                },
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<CreateEndpointConfigRequest> DraftAsync(
        DescribeEndpointResponse endpoint, VariantAddition addition, CancellationToken cancellationToken)
    {
        var old = await DescribeConfigAsync(endpoint.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
        var tags = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListTagsAsync(new ListTagsRequest { ResourceArn = old.EndpointConfigArn, NextToken = token }, stop),
            page => page.Tags,
            cancellationToken: cancellationToken);
        var kept = await CloudCall.RunAsync(
            "ListTags", $"endpoint config \"{old.EndpointConfigName}\"", () => tags.FirstAsync(MostTags), cancellationToken).ConfigureAwait(false);
        return EndpointConfigDraft.From(endpoint, old, kept, addition);
    }

    private async Task CreateAsync(CreateEndpointConfigRequest draft, CancellationToken cancellationToken)
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
                    $"Endpoint config \"{draft.EndpointConfigName}\" already exists with other variants than this addition needs. Delete it, or start anew under another name.",
                    exception);
            }
        }
    }

    private Task<DescribeEndpointConfigResponse> DescribeConfigAsync(string name, CancellationToken cancellationToken) => CloudCall.RunAsync(
        "DescribeEndpointConfig",
        $"endpoint config \"{name}\"",
        () => sageMaker.DescribeEndpointConfigAsync(new DescribeEndpointConfigRequest { EndpointConfigName = name }, cancellationToken),
        cancellationToken);

    private static string Named(VariantAddition addition) => $"endpoint \"{addition.Endpoint}\"";
}
