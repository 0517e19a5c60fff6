namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    /// <summary>Inputs of the shadow stage.</summary>
    public abstract record ShadowInput : RolloutInput
    {
        private ShadowInput(DateTimeOffset at, string actor)
            : base(at, actor)
        {
        }
    }
}
