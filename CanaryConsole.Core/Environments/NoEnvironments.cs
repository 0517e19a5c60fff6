namespace CanaryConsole.Core.Environments;

/// <summary>No endpoint has an environment.</summary>
internal sealed class NoEnvironments : IEnvironmentDirectory
{
    public IReadOnlyList<DeploymentEnvironment> All => [];

    public DeploymentEnvironment? Of(string endpoint) => null;
}
