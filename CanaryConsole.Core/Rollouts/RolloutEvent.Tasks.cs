using System.Text.Json.Serialization;
using CanaryConsole.Core.Guardrails;

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
        /// <param name="Reason">Why it was cancelled.</param>
        /// <param name="Evidence">What every guardrail had seen when the soak was over.</param>
        public sealed record RestorationStarted(
            RolloutPhase Ending, string? Reason = null, IReadOnlyList<GuardrailAssessment>? Evidence = null) : TaskEvent;
    }
}
