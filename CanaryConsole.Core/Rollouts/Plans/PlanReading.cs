using CanaryConsole.Core.Yaml;

namespace CanaryConsole.Core.Rollouts.Plans;

/// <summary>What a plan file turned out to be.</summary>
public abstract record PlanReading
{
    private PlanReading()
    {
    }

    /// <param name="Lines">Where each field stands, for what is found out about it later.</param>
    public sealed record Read(RolloutRequest Request, YamlLines Lines) : PlanReading;

    /// <param name="Line">From 1; null when it is about the file as a whole.</param>
    /// <param name="Field">As in "steps[1].share"; null when it is not about one.</param>
    /// <param name="Reason">One sentence that names line and field.</param>
    public sealed record Faulty(int? Line, string? Field, string Reason) : PlanReading;
}
