namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    /// <summary>Inputs of a managed deployment.</summary>
    public abstract record ManagedInput : RolloutInput
    {
        private ManagedInput(DateTimeOffset at, string actor)
            : base(at, actor)
        {
        }
    }
}
