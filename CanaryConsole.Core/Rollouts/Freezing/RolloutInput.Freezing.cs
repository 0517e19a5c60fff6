using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    public sealed partial record Observe
    {
        /// <summary>The champion's latency as it would be frozen now; null where no guardrail compares with it, it was frozen before, or the champion tells none.</summary>
        public FrozenQuantiles? ChampionQuantiles { get; init; }
    }
}
