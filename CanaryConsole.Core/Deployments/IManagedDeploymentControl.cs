using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Deployments;

/// <summary>Updates of an endpoint under deployment guardrails. Every failure is a <see cref="CloudException"/>; every call has its own time limit.</summary>
public interface IManagedDeploymentControl
{
    /// <summary>What decides whether guardrails act for this endpoint and model at all.</summary>
    Task<DeploymentFacts> FactsAsync(string endpoint, string modelName, string? packageArn, CancellationToken cancellationToken);

    /// <summary>Makes the configuration and starts the update. Safe to ask again: one that runs or has ended is left alone.</summary>
    Task DeployAsync(DeploymentOrder order, CancellationToken cancellationToken);

    /// <summary>Starts the update back to an older configuration: a whole fleet, all traffic at once, no alarms.</summary>
    Task RevertAsync(string endpoint, string configName, CancellationToken cancellationToken);
}

/// <summary>One update under guardrails.</summary>
/// <param name="ConfigName">The configuration to make: a copy of the one that serves, with the variant's model and instances exchanged.</param>
/// <param name="Alarms">At most 10; any of them in ALARM makes SageMaker roll back.</param>
/// <param name="Tags">Written on the new configuration, beside the old one's.</param>
public sealed record DeploymentOrder(
    string Endpoint,
    string ConfigName,
    string VariantName,
    string ModelName,
    string InstanceType,
    int InstanceCount,
    ManagedDeployment Deployment,
    IReadOnlyList<string> Alarms,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>What the new configuration captures; a sampling of 0 turns capture off, null leaves it as the old one has it.</summary>
    public DataCapture? Capture { get; init; }
}

/// <summary>What deployment guardrails exclude, as far as it is true here.</summary>
/// <param name="Serverless">A variant without instances of its own.</param>
/// <param name="Accelerator">An Elastic Inference accelerator, by its type; null without one.</param>
/// <param name="MarketplaceModel">A model, old or new, whose package is a Marketplace product, or one of another account that may not be looked at; null without one.</param>
public sealed record DeploymentFacts(bool Serverless, string? Accelerator, string? MarketplaceModel);
