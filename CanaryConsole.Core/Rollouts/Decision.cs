namespace CanaryConsole.Core.Rollouts;

/// <summary>What a rollout makes of an input: events to record (perhaps none), or a refusal a person can read.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Nothing happens here: the input changes nothing in this phase.</summary>
    public static Decision Nothing { get; } = new Accepted([]);

    public static Decision Of(params RolloutEvent[] events) => new Accepted(events);

    public sealed record Accepted(IReadOnlyList<RolloutEvent> Events) : Decision;

    public sealed record Refused(string Reason) : Decision;
}
