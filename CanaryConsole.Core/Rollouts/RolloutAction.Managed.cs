namespace CanaryConsole.Core.Rollouts;

internal abstract partial record RolloutAction
{
    /// <summary>Actions of a managed deployment.</summary>
    public abstract record ManagedAction : RolloutAction
    {
        private ManagedAction()
        {
        }
    }
}
