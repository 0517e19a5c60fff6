using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Environments;

/// <summary>A place that models go through, as in dev, staging and prod, and what it asks of a rollout.</summary>
/// <param name="Name">1 to 32 lower-case letters, digits and inner hyphens.</param>
/// <param name="Endpoints">Patterns of the names of its endpoints, * for any letters; the first environment that has one is the endpoint's.</param>
public sealed record DeploymentEnvironment(string Name, IReadOnlyList<string> Endpoints)
{
    /// <summary>How many different people must approve the start, 0 to 10.</summary>
    public int Approvals { get; init; }

    /// <summary>Whether whoever started a rollout may be one of those who approve it.</summary>
    public bool SelfApproval { get; init; }

    /// <summary>Where the same package must have served first; null for nowhere.</summary>
    public PredecessorRule? Predecessor { get; init; }

    /// <summary>Strategies that may be used; null for any.</summary>
    public IReadOnlyList<Strategy>? Strategies { get; init; }

    /// <summary>Whether a package that is PendingManualApproval may be rolled out; a rejected one never is.</summary>
    public bool PendingAllowed { get; init; }

    /// <summary>Whether an artifact that breaks its contract may be rolled out with a reason.</summary>
    public bool ArtifactOverrideAllowed { get; init; }
}

/// <summary>The same package served in another environment for so long, and no guardrail breached meanwhile.</summary>
/// <param name="Environment">Its name.</param>
/// <param name="For">How long with traffic, in one go.</param>
public sealed record PredecessorRule(string Environment, TimeSpan For);
