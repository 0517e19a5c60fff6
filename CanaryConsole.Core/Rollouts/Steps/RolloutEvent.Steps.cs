using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(StepEvent.StepSkipped), "stepSkipped")]
[JsonDerivedType(typeof(StepEvent.StepJumped), "stepJumped")]
[JsonDerivedType(typeof(StepEvent.StepsRestarted), "stepsRestarted")]
[JsonDerivedType(typeof(StepEvent.BakeExtended), "bakeExtended")]
[JsonDerivedType(typeof(StepEvent.GateRefused), "gateRefused")]
[JsonDerivedType(typeof(StepEvent.HoldLifted), "holdLifted")]
public abstract partial record RolloutEvent
{
    /// <summary>Events of a hand on the plan's steps. Steps are counted from 0.</summary>
    public abstract record StepEvent : RolloutEvent
    {
        private StepEvent()
        {
        }

        /// <summary>A person did not wait for the rest of the step; the intent of the next share follows.</summary>
        public sealed record StepSkipped(int Step, string? Reason) : StepEvent;

        /// <summary>A person chose another step; the intent of its share follows.</summary>
        public sealed record StepJumped(int From, int To, string? Reason) : StepEvent;

        /// <summary>A person starts the steps over; the intent of the first share follows.</summary>
        public sealed record StepsRestarted(string? Reason) : StepEvent;

        /// <summary>A person lets the current share bake longer, or the soak last longer.</summary>
        public sealed record BakeExtended(TimeSpan By, string? Reason) : StepEvent;

        /// <summary>A person did not approve at the gate; the rollback follows.</summary>
        public sealed record GateRefused(int Step, string Reason) : StepEvent;

        /// <summary>What held the step is over before its time was.</summary>
        /// <param name="NotCounted">How long the step's clock stood still for it; null where it went on, and in streams of older consoles.</param>
        public sealed record HoldLifted(string Why, TimeSpan? NotCounted = null) : StepEvent;
    }
}
