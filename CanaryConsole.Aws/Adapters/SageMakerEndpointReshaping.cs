using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerEndpointReshaping(IAmazonSageMaker sageMaker) : IEndpointReshaping
{
    private readonly ConfigUpdate _update = new(sageMaker);

    public async Task RemoveVariantAsync(VariantRemoval removal, CancellationToken cancellationToken)
    {
        if (await _update.StartAsync(removal.Endpoint, removal.ConfigName, cancellationToken).ConfigureAwait(false) is not { } endpoint
            || (endpoint.ProductionVariants ?? []).TrueForAll(variant => variant.VariantName != removal.VariantName))
        {
            return;
        }

        var old = await _update.DescribeConfigAsync(endpoint.EndpointConfigName ?? "", cancellationToken).ConfigureAwait(false);
        var tags = await _update.TagsAsync(old.EndpointConfigArn, cancellationToken).ConfigureAwait(false);
        await _update.CreateAsync(EndpointConfigDraft.Without(endpoint, old, tags, removal), cancellationToken).ConfigureAwait(false);
        await _update.ApplyAsync(removal.Endpoint, removal.ConfigName, cancellationToken).ConfigureAwait(false);
    }

    public async Task RestoreConfigAsync(string endpoint, string configName, CancellationToken cancellationToken)
    {
        if (await _update.StartAsync(endpoint, configName, cancellationToken).ConfigureAwait(false) is not { } described)
        {
            return;
        }

        var wanted = await _update.DescribeConfigAsync(configName, cancellationToken).ConfigureAwait(false);
        var stays = (wanted.ProductionVariants ?? []).Select(variant => variant.VariantName).ToHashSet(StringComparer.Ordinal);
        if ((described.ProductionVariants ?? []).Find(variant => variant.CurrentWeight is > 0 && !stays.Contains(variant.VariantName)) is { } serving)
        {
            throw new CloudException(
                CloudFailure.Invalid,
                $"Endpoint config \"{configName}\" has no variant \"{serving.VariantName}\", which carries weight on endpoint \"{endpoint}\". Move its traffic first.");
        }

        await _update.ApplyAsync(endpoint, configName, cancellationToken).ConfigureAwait(false);
    }

    public async Task SetCapacityAsync(string endpoint, string variant, int instances, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instances, 1);
        var described = await _update.DescribeAsync(endpoint, cancellationToken).ConfigureAwait(false);
        var standing = (described.ProductionVariants ?? []).Find(one => one.VariantName == variant)
            ?? throw new CloudException(CloudFailure.NotFound, $"Endpoint \"{endpoint}\" has no variant \"{variant}\".");
        if (standing.DesiredInstanceCount == instances)
        {
            return;
        }

        var request = new UpdateEndpointWeightsAndCapacitiesRequest
        {
            EndpointName = endpoint,
            DesiredWeightsAndCapacities = [new DesiredWeightAndCapacity { VariantName = variant, DesiredInstanceCount = instances }],
        };
        await CloudCall.RunAsync(
            "UpdateEndpointWeightsAndCapacities",
            $"endpoint \"{endpoint}\"",
            () => sageMaker.UpdateEndpointWeightsAndCapacitiesAsync(request, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }
}
