namespace CanaryConsole.Core.Environments;

/// <summary>The environments that are configured, in their order.</summary>
public interface IEnvironmentDirectory
{
    IReadOnlyList<DeploymentEnvironment> All { get; }

    /// <summary>The endpoint's environment; null for an endpoint of none, which nothing is asked of but what every rollout is.</summary>
    DeploymentEnvironment? Of(string endpoint);
}
