namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    /// <summary>Inputs of what surrounds the traffic.</summary>
    public abstract record TaskInput : RolloutInput
    {
        private TaskInput(DateTimeOffset at, string actor)
            : base(at, actor)
        {
        }
    }
}
