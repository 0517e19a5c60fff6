using System.Text.Json.Serialization;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(TaskEvent.RestorationStarted), "restorationStarted")]
[JsonDerivedType(typeof(TaskEvent.TaskStarted), "taskStarted")]
[JsonDerivedType(typeof(TaskEvent.TaskDone), "taskDone")]
[JsonDerivedType(typeof(TaskEvent.TaskFailed), "taskFailed")]
[JsonDerivedType(typeof(TaskEvent.PictureTaken), "pictureTaken")]
[JsonDerivedType(typeof(TaskEvent.ChampionPinned), "championPinned")]
[JsonDerivedType(typeof(TaskEvent.TrafficReturned), "trafficReturned")]
[JsonDerivedType(typeof(TaskEvent.RestLeft), "restLeft")]
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

        /// <summary>Intent: the task is about to be done, for the nth time.</summary>
        public sealed record TaskStarted(RolloutTask Task, int Attempt) : TaskEvent;

        /// <summary>Read back where the cloud can show it.</summary>
        public sealed record TaskDone(RolloutTask Task, string? Note) : TaskEvent;

        public sealed record TaskFailed(RolloutTask Task, int Attempt, string Problem) : TaskEvent;

        /// <summary>The endpoint as it stood before the rollout changed anything, or after it changed the last thing.</summary>
        public sealed record PictureTaken(RolloutTask Task, EndpointPicture Picture) : TaskEvent;

        /// <summary>The count the champion must have before it takes everything back.</summary>
        /// <param name="Planned">What it had when the rollout was planned.</param>
        public sealed record ChampionPinned(int Instances, int Planned) : TaskEvent;

        /// <summary>Read back: the challenger's weight is 0. The rollback ends once the rest is put back.</summary>
        public sealed record TrafficReturned(TimeSpan Took) : TaskEvent;

        /// <summary>A person ends the restoration with things left as they are.</summary>
        public sealed record RestLeft(string Reason, IReadOnlyList<RolloutTask> Remaining) : TaskEvent;
    }
}
