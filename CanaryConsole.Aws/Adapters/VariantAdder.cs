using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Puts a new variant beside those that serve: a new endpoint configuration, then one update.</summary>
internal sealed class VariantAdder(IAmazonSageMaker sageMaker)
{
    private readonly ConfigUpdate _update = new(sageMaker);

    public async Task AddAsync(VariantAddition addition, CancellationToken cancellationToken)
    {
        if (await _update.StartAsync(addition.Endpoint, addition.ConfigName, cancellationToken).ConfigureAwait(false) is not { } endpoint)
        {
            return;
        }

        var old = await _update.DescribeConfigAsync(endpoint.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
        var tags = await _update.TagsAsync(old.EndpointConfigArn, cancellationToken).ConfigureAwait(false);
        await _update.CreateAsync(EndpointConfigDraft.From(endpoint, old, tags, addition), cancellationToken).ConfigureAwait(false);
        await _update.ApplyAsync(addition.Endpoint, addition.ConfigName, cancellationToken).ConfigureAwait(false);
    }
}
