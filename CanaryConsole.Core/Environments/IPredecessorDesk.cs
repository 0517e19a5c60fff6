namespace CanaryConsole.Core.Environments;

/// <summary>Looks whether a package version has served where it must before it may go further.</summary>
public interface IPredecessorDesk
{
    /// <summary>Null where the environment asks for nothing before it.</summary>
    /// <param name="group">With <paramref name="version"/>, the package; null for a model that was made of none.</param>
    /// <exception cref="CloudException">The endpoints could not be listed.</exception>
    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<PredecessorFinding?> LookAsync(DeploymentEnvironment environment, string? group, int? version, CancellationToken cancellationToken);
}

/// <summary>What was found of a package in the environment before.</summary>
/// <param name="Evidence">The longest time in one go since its last breach there; null where it never served.</param>
/// <param name="Missing">What is missing, as a sentence; null where nothing is.</param>
public sealed record PredecessorFinding(ServedEvidence? Evidence, string? Missing);
