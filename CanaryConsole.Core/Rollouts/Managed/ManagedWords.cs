using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A managed deployment's plan in a few words; pages, journal and API say the same.</summary>
public static class ManagedWords
{
    /// <summary>As in "blue/green, canary 10 %, bake 10 min".</summary>
    public static string Of(ManagedDeployment managed)
    {
        ArgumentNullException.ThrowIfNull(managed);
        var how = (managed.Kind, managed.Traffic) switch
        {
            (DeploymentKind.Rolling, _) => $"rolling, batches of {managed.BatchSize}",
            (_, TrafficShift.AllAtOnce) => "blue/green, all at once",
            (_, TrafficShift.Canary) => $"blue/green, canary {managed.StepSize}",
            _ => $"blue/green, linear steps of {managed.StepSize}",
        };
        return $"{how}, bake {Journal.Lasting(managed.WaitInterval)}";
    }
}
