namespace CanaryConsole.Core.Guardrails;

/// <summary>Rates as the evidence takes them: above 0 and below 1, so that a limit of 0 % is one that next to nothing passes, and one of 100 % one that nothing exceeds.</summary>
internal static class NullRate
{
    private const double Least = 1e-9;

    public static double Of(double rate) => Math.Clamp(rate, Least, 1 - Least);

    /// <summary>The rate with its odds taken this many times.</summary>
    public static double Times(double rate, double odds)
    {
        var within = Of(rate);
        return Of(odds * within / ((odds * within) + 1 - within));
    }
}
