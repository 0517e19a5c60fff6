using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

internal abstract partial record RolloutAction
{
    /// <summary>Actions of a managed deployment.</summary>
    public abstract record ManagedAction : RolloutAction
    {
        private ManagedAction()
        {
        }

        public sealed record PutAlarms(IReadOnlyList<GuardAlarm> Alarms, IReadOnlyList<string> Watched) : ManagedAction;

        /// <param name="RollsBack">SageMaker is seen rolling back, and the alarms say why.</param>
        public sealed record WatchAlarms(IReadOnlyList<string> Names, bool RollsBack) : ManagedAction;

        public sealed record Deploy(DeploymentOrder Order) : ManagedAction;

        public sealed record Abort(GuardAlarm Alarm, string Reason) : ManagedAction;

        public sealed record Revert(string Endpoint, string ConfigName) : ManagedAction;
    }
}
