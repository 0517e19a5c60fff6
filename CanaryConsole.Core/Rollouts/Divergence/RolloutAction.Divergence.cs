namespace CanaryConsole.Core.Rollouts;

internal abstract partial record RolloutAction
{
    /// <summary>Back to a configuration that exists; weights and counts of variants that stay are kept.</summary>
    public sealed record RestoreConfig(string Endpoint, string ConfigName) : RolloutAction;
}
