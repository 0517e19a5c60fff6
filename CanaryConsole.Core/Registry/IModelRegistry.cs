namespace CanaryConsole.Core.Registry;

/// <summary>The model registry, read only. Every failure is a <see cref="CloudException"/>.</summary>
public interface IModelRegistry
{
    Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken);

    /// <summary>Newest version first; at most 100.</summary>
    Task<IReadOnlyList<ModelPackage>> ListPackagesAsync(string group, CancellationToken cancellationToken);

    Task<ModelPackage?> FindPackageAsync(string packageArn, CancellationToken cancellationToken);

    Task<RegisteredModel?> FindModelAsync(string modelName, CancellationToken cancellationToken);

    /// <summary>Deployable models that can be rolled out; at most 1,000.</summary>
    Task<IReadOnlyList<RegisteredModel>> ListModelsAsync(CancellationToken cancellationToken);
}
