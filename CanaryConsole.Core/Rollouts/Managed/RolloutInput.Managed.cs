using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    /// <summary>Inputs of a managed deployment.</summary>
    public abstract record ManagedInput : RolloutInput
    {
        private ManagedInput(DateTimeOffset at, string actor)
            : base(at, actor)
        {
        }

        /// <summary>The alarms that watch the deployment, as they stand.</summary>
        /// <param name="RollsBack">SageMaker was seen rolling back by itself; what the alarms say is the reason.</param>
        /// <param name="Problem">Why they could not be read; null when they were.</param>
        public sealed record ReportAlarms(DateTimeOffset At, IReadOnlyList<AlarmSighting> Alarms, bool RollsBack = false, string? Problem = null) : ManagedInput(At, Monitor);
    }
}
