namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    /// <summary>A person takes what somebody else made of the endpoint as wanted.</summary>
    public sealed record Adopt(DateTimeOffset At, string Actor) : RolloutInput(At, Actor);

    /// <summary>A person wants back what this rollout had.</summary>
    public sealed record Restore(DateTimeOffset At, string Actor) : RolloutInput(At, Actor);
}
