using System.Text.Json.Serialization;
using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(ManagedEvent.AlarmsRequested), "alarmsRequested")]
[JsonDerivedType(typeof(ManagedEvent.AlarmsReady), "alarmsReady")]
[JsonDerivedType(typeof(ManagedEvent.AlarmStatesSeen), "alarmStatesSeen")]
[JsonDerivedType(typeof(ManagedEvent.DeploymentRequested), "deploymentRequested")]
[JsonDerivedType(typeof(ManagedEvent.DeploymentProgressed), "deploymentProgressed")]
[JsonDerivedType(typeof(ManagedEvent.DeploymentConfirmed), "deploymentConfirmed")]
[JsonDerivedType(typeof(ManagedEvent.AbortRequested), "abortRequested")]
[JsonDerivedType(typeof(ManagedEvent.RevertRequested), "revertRequested")]
public abstract partial record RolloutEvent
{
    /// <summary>Events of a managed deployment.</summary>
    public abstract record ManagedEvent : RolloutEvent
    {
        private ManagedEvent()
        {
        }

        /// <summary>Intent: these alarms are about to be created.</summary>
        public sealed record AlarmsRequested(IReadOnlyList<string> Names) : ManagedEvent;

        /// <summary>Read back: the alarms are there.</summary>
        public sealed record AlarmsReady(IReadOnlyList<AlarmSighting> Alarms) : ManagedEvent;

        /// <summary>An alarm changed its state.</summary>
        public sealed record AlarmStatesSeen(IReadOnlyList<AlarmSighting> Alarms) : ManagedEvent;

        /// <summary>Intent: the update by deployment guardrails is about to be asked for, for the nth time.</summary>
        public sealed record DeploymentRequested(int Attempt, string ConfigName) : ManagedEvent;

        /// <summary>SageMaker has come to another stage, or another share.</summary>
        public sealed record DeploymentProgressed(ManagedProgress Progress) : ManagedEvent;

        /// <summary>Read back: the endpoint is in service on the new configuration.</summary>
        /// <param name="Seen">What the endpoint is made of from here on.</param>
        public sealed record DeploymentConfirmed(string ConfigName, TimeSpan Took, EndpointSight? Seen = null) : ManagedEvent;

        /// <summary>Intent: the abort alarm is about to be set to ALARM, and again until SageMaker rolls back.</summary>
        public sealed record AbortRequested(string AlarmName) : ManagedEvent;

        /// <summary>Intent: the update back to the old configuration is about to be asked for, for the nth time.</summary>
        public sealed record RevertRequested(int Attempt, string ConfigName) : ManagedEvent;
    }
}
