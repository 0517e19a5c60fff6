using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(ShadowEvent.ShadowRequested), "shadowRequested")]
[JsonDerivedType(typeof(ShadowEvent.ShadowReady), "shadowReady")]
[JsonDerivedType(typeof(ShadowEvent.ShadowJudged), "shadowJudged")]
[JsonDerivedType(typeof(ShadowEvent.ShadowFinished), "shadowFinished")]
[JsonDerivedType(typeof(ShadowEvent.ShadowLost), "shadowLost")]
[JsonDerivedType(typeof(ShadowEvent.ShadowRemovalRequested), "shadowRemovalRequested")]
[JsonDerivedType(typeof(ShadowEvent.ShadowRemoved), "shadowRemoved")]
public abstract partial record RolloutEvent
{
    /// <summary>Events of the shadow stage.</summary>
    public abstract record ShadowEvent : RolloutEvent
    {
        private ShadowEvent()
        {
        }

        /// <summary>Intent: the shadow variant is about to be asked for, for the nth time.</summary>
        public sealed record ShadowRequested(int Attempt) : ShadowEvent;

        /// <summary>Read back: the shadow variant is on the endpoint with the planned model.</summary>
        public sealed record ShadowReady(string ConfigName) : ShadowEvent;

        /// <summary>Time and evidence suffice; a person decides whether the steps begin.</summary>
        public sealed record ShadowJudged(ShadowEvidence Evidence) : ShadowEvent;

        /// <summary>The stage has passed: the challenger becomes a production variant next.</summary>
        public sealed record ShadowFinished(ShadowEvidence Evidence, string Why) : ShadowEvent;

        /// <summary>Read back: somebody else took the shadow variant away; the rollout waits for a person.</summary>
        public sealed record ShadowLost(string Why) : ShadowEvent;

        /// <summary>Intent: the shadow variant is about to be taken away, for the nth time.</summary>
        public sealed record ShadowRemovalRequested(int Attempt) : ShadowEvent;

        /// <summary>Read back: the shadow variant is no longer on the endpoint.</summary>
        public sealed record ShadowRemoved(string ConfigName) : ShadowEvent;
    }
}
