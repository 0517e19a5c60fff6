using System.Text.Json.Serialization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

[JsonDerivedType(typeof(QuantilesFrozen), "quantilesFrozen")]
public abstract partial record RolloutEvent
{
    /// <summary>The champion's latency was fixed before the challenger had traffic; both arms are held against it from here on.</summary>
    public sealed record QuantilesFrozen(FrozenQuantiles Quantiles) : RolloutEvent;
}
