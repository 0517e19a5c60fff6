using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(ShadowEvent.ShadowRequested), "shadowRequested")]
[JsonDerivedType(typeof(ShadowEvent.ShadowReady), "shadowReady")]
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
    }
}
