namespace CanaryConsole.Core.Waves;

/// <summary>What a wave makes of an input: events to record (perhaps none), or a refusal a person can read.</summary>
internal abstract record WaveDecision
{
    private WaveDecision()
    {
    }

    /// <summary>Nothing happens here: the input changes nothing in this phase.</summary>
    public static WaveDecision Nothing { get; } = new Accepted([]);

    public static WaveDecision Of(params IReadOnlyList<WaveEvent> events) => new Accepted(events);

    public sealed record Accepted(IReadOnlyList<WaveEvent> Events) : WaveDecision;

    public sealed record Refused(string Reason) : WaveDecision;
}
