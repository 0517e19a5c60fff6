namespace CanaryConsole.Sandbox;

/// <summary>How a model behaves behind a variant, where no container serves it.</summary>
public sealed class BehaviourOptions
{
    public static readonly TimeSpan Slowest = TimeSpan.FromSeconds(60);

    /// <summary>The model's name, or the package it comes from as "group/version". Models made from that package behave so too.</summary>
    public string Model { get; init; } = "";

    /// <summary>The median latency; zero for none at all.</summary>
    public TimeSpan P50 { get; init; } = TimeSpan.FromMilliseconds(25);

    public TimeSpan P99 { get; init; } = TimeSpan.FromMilliseconds(80);

    /// <summary>The share of requests that fail, from 0 to 1.</summary>
    public double ErrorRate { get; init; } = 0.001;

    /// <summary>False for a model that never answers its ping.</summary>
    public bool Starts { get; init; } = true;

    /// <summary>How many requests one instance works on at a time, from 1 to 10,000.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>How it changes while it serves, in the order of time; 20 turns at most.</summary>
    public IReadOnlyList<TurnOptions> Schedule { get; init; } = [];

    /// <summary>Null where all is well, or one sentence that says what is not.</summary>
    internal string? Refusal()
    {
        var name = $"The behaviour of '{Model}'";
        if (P50 < TimeSpan.Zero || P99 < P50 || P99 > Slowest)
        {
            return $"{name} has P50 {P50:c} and P99 {P99:c}: give durations with 00:00:00 <= P50 <= P99 <= {Slowest:c}.";
        }

        if (!(ErrorRate is >= 0 and <= 1))
        {
            return FormattableString.Invariant($"{name} has ErrorRate {ErrorRate}: give a share from 0 to 1.");
        }

        if (Concurrency is < 1 or > 10_000)
        {
            return $"{name} has Concurrency {Concurrency}: give a whole number from 1 to 10000.";
        }

        if (Schedule.Count > 20)
        {
            return $"{name} has {Schedule.Count} turns in its Schedule: give 20 at most.";
        }

        return Schedule.Select(turn => turn.Refusal()).FirstOrDefault(refusal => refusal is not null) is { } refused ? $"{name}: {refused}"
            : Schedule.Zip(Schedule.Skip(1)).Any(pair => pair.First.After > pair.Second.After) ? $"{name} has a Schedule whose turns are not in the order of After: sort them."
            : null;
    }
}
