namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>
/// What a variant's load does to its requests. The instances together are a queue with as many servers as requests they can work on at a time. With rho the work offered per second
/// over the work that can be done per second, a request takes 1 + rho^(sqrt(2(servers + 1)) - 1) / (servers (1 - rho)) times its own time: Sakasegawa's approximation of the wait in
/// such a queue, which is 1 / (1 - rho) for one server, and nothing worth mentioning for many servers at a low load. It is capped; beyond rho = 1 the share that cannot be worked on fails.
/// </summary>
internal static class Queueing
{
    public const double LargestGrowth = 20;

    // Of the requests a saturated variant cannot work on, this share waits in vain until SageMaker gives up; the others find the queue full.
    public const double TimedOut = 0.25;

    public static double Growth(double rho, int servers)
    {
        if (rho >= 1)
        {
            return LargestGrowth;
        }

        var growth = 1 + (Math.Pow(rho, Math.Sqrt(2.0 * (servers + 1)) - 1) / (servers * (1 - rho)));
        return Math.Min(growth, LargestGrowth);
    }

    /// <summary>The share of requests that no server gets to.</summary>
    public static double Excess(double rho) => rho <= 1 ? 0 : 1 - (1 / rho);
}
