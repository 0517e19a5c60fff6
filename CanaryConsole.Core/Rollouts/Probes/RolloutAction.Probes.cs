using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Core.Rollouts;

internal abstract partial record RolloutAction
{
    /// <summary>Actions of readiness, smoke tests and hooks.</summary>
    public abstract record ProbeAction : RolloutAction
    {
        private ProbeAction()
        {
        }

        public sealed record AskHook(HookCall Call) : ProbeAction;
    }
}
