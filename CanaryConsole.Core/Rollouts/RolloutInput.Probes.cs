namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    /// <summary>Inputs of readiness, smoke tests and hooks.</summary>
    public abstract record ProbeInput : RolloutInput
    {
        private ProbeInput(DateTimeOffset at, string actor)
            : base(at, actor)
        {
        }
    }
}
