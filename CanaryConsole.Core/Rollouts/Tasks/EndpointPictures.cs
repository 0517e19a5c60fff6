using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Takes pictures of endpoints with all that stands around their traffic.</summary>
internal sealed class EndpointPictures(IEndpointConfigs configs, IScalingControl scaling, ITagging tagging)
{
    private const int MostConfig = 64 * 1024;

    /// <param name="variant">A variant whose scaling is looked at although the endpoint may not have it.</param>
    /// <exception cref="CloudException">Something of it could not be read.</exception>
    public async Task<EndpointPicture> TakeAsync(EndpointDescription endpoint, string variant, DateTimeOffset at, CancellationToken cancellationToken)
    {
        List<string> names = [.. endpoint.Variants.Select(one => one.Name).Append(variant).Distinct()];
        var config = await configs.ReadAsync(endpoint.ConfigName, cancellationToken).ConfigureAwait(false);
        return new EndpointPicture(
            at,
            endpoint.Arn,
            endpoint.ConfigName,
            config is { Length: <= MostConfig } ? config : null,
            endpoint.Variants,
            await scaling.ReadAsync(endpoint.Name, names, cancellationToken).ConfigureAwait(false),
            await tagging.ReadAsync(endpoint.Arn, cancellationToken).ConfigureAwait(false));
    }
}
