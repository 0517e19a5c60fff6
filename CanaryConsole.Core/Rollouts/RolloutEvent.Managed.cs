using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(ManagedEvent.DeploymentRequested), "deploymentRequested")]
public abstract partial record RolloutEvent
{
    /// <summary>Events of a managed deployment.</summary>
    public abstract record ManagedEvent : RolloutEvent
    {
        private ManagedEvent()
        {
        }

        /// <summary>Intent: the update by deployment guardrails is about to be asked for, for the nth time.</summary>
        public sealed record DeploymentRequested(int Attempt, string ConfigName) : ManagedEvent;
    }
}
