using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(DivergenceEvent.EndpointDiverged), "endpointDiverged")]
[JsonDerivedType(typeof(DivergenceEvent.DivergenceEnded), "divergenceEnded")]
[JsonDerivedType(typeof(DivergenceEvent.DivergenceAdopted), "divergenceAdopted")]
[JsonDerivedType(typeof(DivergenceEvent.RestoreOrdered), "restoreOrdered")]
[JsonDerivedType(typeof(DivergenceEvent.ConfigRestoreRequested), "configRestoreRequested")]
[JsonDerivedType(typeof(DivergenceEvent.ConfigRestored), "configRestored")]
[JsonDerivedType(typeof(DivergenceEvent.RestoreFailed), "restoreFailed")]
public abstract partial record RolloutEvent
{
    /// <summary>Events of changes made by somebody else.</summary>
    public abstract record DivergenceEvent : RolloutEvent
    {
        private DivergenceEvent()
        {
        }

        /// <summary>The endpoint shows what this rollout did not ask for; it pauses until a person settles that.</summary>
        public sealed record EndpointDiverged(Divergence Divergence) : DivergenceEvent;

        /// <summary>The endpoint shows again what is wanted, by no order of this rollout.</summary>
        public sealed record DivergenceEnded : DivergenceEvent;

        /// <summary>What is there is what is wanted from now on.</summary>
        /// <param name="Share">The challenger's share as it was seen.</param>
        public sealed record DivergenceAdopted(Percentage Share, EndpointSight Seen) : DivergenceEvent;

        /// <summary>What was wanted is to be brought back.</summary>
        /// <param name="Config">The configuration first, then the weights; else the weights alone.</param>
        public sealed record RestoreOrdered(bool Config) : DivergenceEvent;

        /// <summary>Intent: our configuration is about to be asked for, for the nth time.</summary>
        public sealed record ConfigRestoreRequested(int Attempt, string ConfigName) : DivergenceEvent;

        /// <summary>Read back: the endpoint runs on our configuration again; the weights follow.</summary>
        public sealed record ConfigRestored(string ConfigName) : DivergenceEvent;

        /// <summary>Our configuration could not be brought back; the divergence stands.</summary>
        public sealed record RestoreFailed(string Reason) : DivergenceEvent;
    }
}
