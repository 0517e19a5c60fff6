namespace CanaryConsole.Core.Rollouts;

/// <summary>Names one rollout, as in "media-ranker-20261121-1"; safe in a path and in a resource name.</summary>
public readonly record struct RolloutId(string Value)
{
    public override string ToString() => Value;
}
