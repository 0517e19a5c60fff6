using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    /// <summary>Inputs of readiness, smoke tests and hooks.</summary>
    public abstract record ProbeInput : RolloutInput
    {
        private ProbeInput(DateTimeOffset at, string actor)
            : base(at, actor)
        {
        }

        /// <summary>A hook has answered, or its time is up.</summary>
        public sealed record ReportHook(DateTimeOffset At, Hook Hook, HookAnswer Answer) : ProbeInput(At, Monitor);
    }
}
