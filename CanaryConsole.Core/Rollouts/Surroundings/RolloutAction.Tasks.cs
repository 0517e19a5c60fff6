namespace CanaryConsole.Core.Rollouts;

internal abstract partial record RolloutAction
{
    /// <summary>Actions of what surrounds the traffic.</summary>
    public abstract record TaskAction : RolloutAction
    {
        private TaskAction()
        {
        }

        public sealed record Perform(RolloutTask Task) : TaskAction;
    }
}
