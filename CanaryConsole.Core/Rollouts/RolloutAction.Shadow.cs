namespace CanaryConsole.Core.Rollouts;

internal abstract partial record RolloutAction
{
    /// <summary>Actions of the shadow stage.</summary>
    public abstract record ShadowAction : RolloutAction
    {
        private ShadowAction()
        {
        }
    }
}
