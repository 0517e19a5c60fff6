namespace CanaryConsole.Core.Endpoints;

/// <summary>What the console needs of the place where endpoints live. Every failure is a <see cref="CloudException"/>; every call has its own time limit.</summary>
public interface IEndpointControl
{
    Task<IReadOnlyList<EndpointListing>> ListAsync(CancellationToken cancellationToken);

    Task<EndpointDescription> DescribeAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>Sets absolute weights. The cloud accepts first and applies later: only a description that shows them is proof.</summary>
    Task SetWeightsAsync(string endpoint, IReadOnlyList<VariantWeight> weights, CancellationToken cancellationToken);

    /// <summary>Starts the update that adds a variant at weight 0; weights and instance counts of the others are kept.</summary>
    Task AddVariantAsync(VariantAddition addition, CancellationToken cancellationToken);

    Task<InvocationAnswer> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken);
}
