using CanaryConsole.Core.Endpoints;

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

        /// <param name="Picture">Of the endpoint, from the tasks that take one.</param>
        public sealed record ReportTaskDone(DateTimeOffset At, RolloutTask Task, string? Note, EndpointPicture? Picture = null) : TaskInput(At, Monitor);

        public sealed record ReportTaskFailed(DateTimeOffset At, RolloutTask Task, string Problem) : TaskInput(At, Monitor);

        /// <summary>A person ends the restoration: what is not put back stays as it is.</summary>
        public sealed record LeaveRest(DateTimeOffset At, string Actor, string Reason) : TaskInput(At, Actor);
    }
}
