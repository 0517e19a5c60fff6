using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerShadowControl(IAmazonSageMaker sageMaker) : IShadowControl
{
    private readonly ConfigUpdate _update = new(sageMaker);

    public async Task AddShadowAsync(ShadowAddition addition, CancellationToken cancellationToken)
    {
        var (endpointName, configName) = (addition.Variant.Endpoint, addition.Variant.ConfigName);
        if (await _update.StartAsync(endpointName, configName, cancellationToken).ConfigureAwait(false) is not { } endpoint)
        {
            return;
        }

        var old = await _update.DescribeConfigAsync(endpoint.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
        var tags = await _update.TagsAsync(old.EndpointConfigArn, cancellationToken).ConfigureAwait(false);
        await _update.CreateAsync(EndpointConfigDraft.WithShadow(endpoint, old, tags, addition), cancellationToken).ConfigureAwait(false);
        await _update.ApplyAsync(endpointName, configName, cancellationToken).ConfigureAwait(false);
    }

    public async Task RemoveShadowAsync(VariantRemoval removal, CancellationToken cancellationToken)
    {
        if (await _update.StartAsync(removal.Endpoint, removal.ConfigName, cancellationToken).ConfigureAwait(false) is not { } endpoint
            || (endpoint.ShadowProductionVariants ?? []).TrueForAll(variant => variant.VariantName != removal.VariantName))
        {
            return;
        }

        var old = await _update.DescribeConfigAsync(endpoint.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
        var tags = await _update.TagsAsync(old.EndpointConfigArn, cancellationToken).ConfigureAwait(false);
        await _update.CreateAsync(EndpointConfigDraft.WithoutShadow(endpoint, old, tags, removal), cancellationToken).ConfigureAwait(false);
        await _update.ApplyAsync(removal.Endpoint, removal.ConfigName, cancellationToken).ConfigureAwait(false);
    }
}
