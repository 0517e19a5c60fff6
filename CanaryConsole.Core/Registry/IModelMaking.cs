namespace CanaryConsole.Core.Registry;

/// <summary>Makes deployable models of registry packages. Every failure is a <see cref="CloudException"/>.</summary>
public interface IModelMaking
{
    /// <summary>Makes the model unless one of that name exists for the same package.</summary>
    /// <exception cref="CloudException">Invalid when a model of that name exists for something else.</exception>
    Task EnsureAsync(ModelOrder order, CancellationToken cancellationToken);
}

/// <summary>A model to be made.</summary>
/// <param name="LikeModel">The model whose execution role, network and isolation it takes over.</param>
/// <param name="Tags">Written on the model.</param>
public sealed record ModelOrder(string ModelName, string PackageArn, string LikeModel, IReadOnlyDictionary<string, string> Tags);
