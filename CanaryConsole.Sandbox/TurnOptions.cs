namespace CanaryConsole.Sandbox;

/// <summary>A change in how a model behaves while it serves.</summary>
public sealed class TurnOptions
{
    /// <summary>When it begins, from the variant's first request on.</summary>
    public TimeSpan After { get; init; }

    /// <summary>How long it takes, evenly; zero for a step.</summary>
    public TimeSpan Over { get; init; }

    /// <summary>Where the latency goes, as a multiple of the behaviour's own, from 0.01 to 1000; null where it stays.</summary>
    public double? LatencyFactor { get; init; }

    /// <summary>Where the error rate goes, from 0 to 1; null where it stays.</summary>
    public double? ErrorRate { get; init; }

    internal string? Refusal()
    {
        if (After < TimeSpan.Zero || Over < TimeSpan.Zero)
        {
            return $"a turn has After {After:c} and Over {Over:c}: give durations that are not negative.";
        }

        if (LatencyFactor is { } factor && !(factor is >= 0.01 and <= 1000))
        {
            return FormattableString.Invariant($"a turn has LatencyFactor {factor}: give a number from 0.01 to 1000.");
        }

        return ErrorRate is { } rate && !(rate is >= 0 and <= 1) ? FormattableString.Invariant($"a turn has ErrorRate {rate}: give a share from 0 to 1.") : null;
    }
}
