namespace CanaryConsole.Core.Cleanup;

public enum LeftoverKind
{
    EndpointConfig,
    Model,
}

/// <summary>Something the console made for a rollout.</summary>
/// <param name="Rollout">The rollout it was made for, by its tag.</param>
/// <param name="Models">The models a configuration names; empty for a model.</param>
public sealed record Leftover(LeftoverKind Kind, string Name, DateTimeOffset CreatedAt, string Rollout, IReadOnlyList<string> Models);

/// <summary>What the endpoints of the account use.</summary>
public sealed record ResourcesInUse(IReadOnlySet<string> Configs, IReadOnlySet<string> Models);
