namespace CanaryConsole.Sandbox.Faults;

/// <summary>Stands between a request's admission and its operation, and refuses what the faults in force refuse.</summary>
internal sealed class FaultGate(Simulation simulation)
{
    /// <exception cref="Protocol.AwsErrorException">A fault refuses the call.</exception>
    public void Pass(string? operation)
    {
        if (simulation.Glance(operation, static (world, now, name) => world.Faults.RefusalOf(name, now)) is { } refusal)
        {
            throw refusal;
        }
    }
}
