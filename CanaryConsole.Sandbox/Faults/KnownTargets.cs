namespace CanaryConsole.Sandbox.Faults;

/// <summary>A fault that could never strike is a mistake of who asked for it.</summary>
internal static class KnownTargets
{
    /// <exception cref="FormatException">The operation is none of the sandbox's. An endpoint may still be created, so its name is not held against the world.</exception>
    public static void Check(FaultOrder order, IReadOnlyCollection<string> operations)
    {
        if (order.Fault is Fault.Throttle { Operation: { } operation } && !operations.Contains(operation))
        {
            throw new FormatException($"The fault throttle has operation \"{operation}\": the sandbox has no such operation; it has {string.Join(", ", operations)}.");
        }
    }
}
