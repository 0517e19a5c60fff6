using System.Text.Json.Serialization;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(ProbeEvent.SmokeTestAnswered), "smokeTestAnswered")]
[JsonDerivedType(typeof(ProbeEvent.HookAsked), "hookAsked")]
[JsonDerivedType(typeof(ProbeEvent.HookAnswered), "hookAnswered")]
[JsonDerivedType(typeof(ProbeEvent.ReadinessLost), "readinessLost")]
[JsonDerivedType(typeof(ProbeEvent.ReadinessRestored), "readinessRestored")]
public abstract partial record RolloutEvent
{
    /// <summary>Events of readiness, smoke tests and hooks.</summary>
    public abstract record ProbeEvent : RolloutEvent
    {
        private ProbeEvent()
        {
        }

        /// <summary>One request of a smoke test and its answer.</summary>
        public sealed record SmokeTestAnswered(SmokeExchange Exchange) : ProbeEvent;

        /// <summary>Intent: the hook is about to be asked. After a crash before its answer it is asked again.</summary>
        public sealed record HookAsked(string Name, HookMoment Moment) : ProbeEvent;

        public sealed record HookAnswered(string Name, HookMoment Moment, HookAnswer Answer) : ProbeEvent;

        /// <summary>A change of mind about what the next step lacks.</summary>
        /// <param name="Missing">Only what holds the step.</param>
        public sealed record ReadinessLost(IReadOnlyList<ReadinessCheck> Missing) : ProbeEvent;

        public sealed record ReadinessRestored : ProbeEvent;
    }
}
