namespace CanaryConsole.Benchmarks;

/// <summary>How much is run. The world is the same in every size: 500 endpoints, each with two variants and a rollout that bakes.</summary>
/// <param name="WarmUpTicks">Ticks before anything is measured, after the first.</param>
/// <param name="SteadyTicks">Measured ticks.</param>
/// <param name="BreachTicks">Measured ticks in which breaches come to light.</param>
internal sealed record BenchmarkSize(int WarmUpTicks, int SteadyTicks, int BreachTicks)
{
    public const int Endpoints = 500;

    /// <summary>How many rollouts go bad in the same tick.</summary>
    public const int BreachesAtOnce = 4;

    public static BenchmarkSize Short { get; } = new(WarmUpTicks: 3, SteadyTicks: 8, BreachTicks: 8);

    public static BenchmarkSize Full { get; } = new(WarmUpTicks: 5, SteadyTicks: 30, BreachTicks: 50);
}
