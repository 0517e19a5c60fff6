namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutEvent
{
    /// <summary>Events of readiness, smoke tests and hooks.</summary>
    public abstract record ProbeEvent : RolloutEvent
    {
        private ProbeEvent()
        {
        }
    }
}
