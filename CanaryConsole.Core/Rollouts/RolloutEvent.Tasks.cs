using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(TaskEvent.RestorationStarted), "restorationStarted")]
public abstract partial record RolloutEvent
{
    /// <summary>Events of what surrounds the traffic.</summary>
    public abstract record TaskEvent : RolloutEvent
    {
        private TaskEvent()
        {
        }

        /// <summary>Traffic is where it belongs; what is left is to put the rest back.</summary>
        /// <param name="Ending">Completed, RolledBack or Cancelled: how the rollout ends once that is done.</param>
        public sealed record RestorationStarted(RolloutPhase Ending) : TaskEvent;
    }
}
