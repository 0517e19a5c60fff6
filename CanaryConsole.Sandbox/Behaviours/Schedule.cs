namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>What becomes of a model's latency and error rate over the time it serves: turns in the order of their start, each from what the one before left.</summary>
internal sealed record Schedule(IReadOnlyList<Turn> Turns)
{
    public static readonly Schedule None = new([]);

    /// <param name="age">How long the variant has been serving.</param>
    /// <param name="errorRate">The error rate before the first turn.</param>
    public Condition At(TimeSpan age, double errorRate)
    {
        var condition = new Condition(1, errorRate);
        foreach (var turn in Turns)
        {
            if (turn.After > age)
            {
                break;
            }

            var progress = age - turn.After >= turn.Over ? 1 : (age - turn.After) / turn.Over;
            condition = new Condition(
                Between(condition.LatencyFactor, turn.LatencyFactor ?? condition.LatencyFactor, progress),
                Between(condition.ErrorRate, turn.ErrorRate ?? condition.ErrorRate, progress));
        }

        return condition;
    }

    private static double Between(double from, double to, double progress) => progress < 1 ? from + ((to - from) * progress) : to;
}
